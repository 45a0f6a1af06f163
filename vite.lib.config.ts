import { defineConfig } from 'vite';

/** The pure library for Node programs and other pages: one module with its chunks, nothing of the page. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist-lib',
    emptyOutDir: true,
    target: 'es2023',
    lib: { entry: { sizing: 'src/sizing/index.ts' }, formats: ['es'] },
    rolldownOptions: { external: ['yaml', 'zod', 'zod/mini'] },
  },
});
