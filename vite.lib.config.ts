import { defineConfig } from 'vite';

/** The pure library for Node programs and other pages, and the command on it: modules with shared chunks, no page. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist-lib',
    emptyOutDir: true,
    target: 'es2023',
    lib: { entry: { sizing: 'src/sizing/index.ts', plimsoll: 'src/cli/main.ts' }, formats: ['es'] },
    rolldownOptions: { external: ['yaml', 'zod', 'zod/mini', 'diff', /^node:/] },
  },
});
