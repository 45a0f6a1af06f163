import { comparisonJson } from '../../share/comparison-json.ts';
import { comparisonCsv, comparisonMarkdown } from '../../share/comparison-text.ts';
import type { Workspace } from '../../state/workspace.ts';
import { saveText } from '../../ui/panels/save-text.ts';
import type { Command } from '../../ui/shell/ranked-commands.ts';
import { renderDocument } from '../render-document.ts';
import type { PaletteContext, PalettePlan } from './palette-context.ts';

/** The comparison as text and the selected option's files, to copy or to save. */
export function takeAwayCommands({ workspace, plan }: PaletteContext): readonly Command[] {
  const result = plan?.evaluation.result;
  if (!plan || !result) return [];
  const { calculator, store } = plan;
  const { plan: shown, selected } = store.store.getState();
  const markdown = () => comparisonMarkdown(result.table, shown.options);
  const csv = () => comparisonCsv(result.table, shown.options);
  const json = () => `${JSON.stringify(comparisonJson(calculator, shown, selected), null, 2)}\n`;
  const comparison = [
    { name: 'Markdown', extension: 'md', text: markdown },
    { name: 'CSV', extension: 'csv', text: csv },
    { name: 'JSON', extension: 'json', text: json },
  ].flatMap(({ name, extension, text }): Command[] => {
    const filename = `${shown.title}.${extension}`;
    return [
      {
        id: `copy ${name}`,
        label: `Copy comparison as ${name}`,
        group: 'Take away',
        onRun: () => copyText(workspace, name, filename, text()),
      },
      {
        id: `save ${name}`,
        label: `Save comparison as ${name}`,
        group: 'Take away',
        detail: 'Download',
        onRun: () => saveText(filename, text()),
      },
    ];
  });
  return [...comparison, ...fileCommands(workspace, plan)];
}

function fileCommands(workspace: Workspace, { calculator, store }: PalettePlan): readonly Command[] {
  const { plan, selected } = store.store.getState();
  const documents = calculator.exports(plan, selected, { link: workspace.linkOf(store) });
  return documents.flatMap(({ id, label, filename, content }): Command[] => {
    if (content.kind === 'refused') return [];
    const written = (use: (text: string) => void) =>
      renderDocument(content).then(
        ({ text }) => use(text),
        () => workspace.announce(`${filename} could not be written. Check the connection and try again.`),
      );
    const detail = `${filename}, option ${selected}`;
    return [
      {
        id: `copy file ${id}`,
        label: `Copy ${label}`,
        group: 'Files',
        detail,
        onRun: () => void written((text) => copyText(workspace, label, filename, text)),
      },
      {
        id: `save file ${id}`,
        label: `Save ${label}`,
        group: 'Files',
        detail: `${detail}, download`,
        onRun: () => void written((text) => saveText(filename, text)),
      },
    ];
  });
}

/** Saves what the browser will not put on the clipboard. */
function copyText(workspace: Workspace, what: string, filename: string, text: string): void {
  const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
  copied.then(
    () => workspace.announce(`${what} copied.`),
    () => {
      saveText(filename, text);
      workspace.announce(`The browser refused the clipboard. ${filename} was saved instead.`);
    },
  );
}
