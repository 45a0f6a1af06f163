import { fromHash } from '../../../src/share/permalink.ts';
import { toFileText } from '../../../src/share/plan-file.ts';
import { calculators } from '../../../src/sizing/calculators/index.ts';
import golden from '../golden-links.txt?raw';

/** Links in every form that was ever released. */
export const goldenLinks: readonly string[] = golden.split('\n').filter((line) => line.startsWith('#'));

/** The same plans as files. */
export const goldenFiles: readonly string[] = goldenLinks.flatMap((link) => {
  const opened = fromHash(link, calculators);
  const calculator = calculators.find(({ id }) => link.startsWith(`#${id}?`));
  return opened?.kind === 'opened' && calculator
    ? [toFileText({ ...opened.session, attachments: { template: 'resources: {}\n' } }, calculator)]
    : [];
});
