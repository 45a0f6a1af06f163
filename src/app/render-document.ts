import type { ExportContent } from '../sizing/core/export-document.ts';
import type { RenderedText } from '../ui/panels/rendered-text.ts';

/** An artefact as text; the libraries it takes load with the first one. */
export async function renderDocument(content: ExportContent): Promise<RenderedText> {
  if (content.kind === 'refused') return { text: '', lines: [] };
  const { renderExport } = await import('../share/render-export.ts');
  return renderExport(content);
}
