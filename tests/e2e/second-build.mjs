// Builds the page with another wordmark and another title of the rules: what a later release is to an open page.
import { build } from 'vite';

const [outDir = ''] = process.argv.slice(2);

await build({
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true },
  plugins: [
    {
      name: 'second-build',
      enforce: 'pre',
      transform(code, id) {
        if (!id.endsWith('src/ui/shell/header.tsx')) return null;
        return code.replace('>Plimsoll</span>', '>Plimsoll Two</span>');
      },
    },
  ],
});
