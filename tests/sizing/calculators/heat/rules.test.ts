import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guideDocument } from '../../../../src/sizing/calculators/heat/guide-rules.ts';
import { heat } from '../../../../src/sizing/calculators/heat/index.ts';
import { firstVisit, resultOf } from './plans.ts';

const guideFile = new URL('../../../../../shared/seeds/000_5d848823a42b4545.txt', import.meta.url);
const guide = existsSync(guideFile) ? readFileSync(guideFile, 'utf8') : undefined;

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const rules = Object.values(heat.rules);
const quotes = rules.filter((rule) => rule.document === guideDocument).flatMap((rule) => rule.quotes);

/**
 * Every sentence, table row, diagram arrow, command and setting of the guide, one an entry. Left out is what says
 * nothing about Heat: the index note above the title, headings, page furniture, colours, and links to other pages.
 */
function statementsOf(text: string): readonly string[] {
  const body = text.slice(text.indexOf('# Scaling the'), text.indexOf('## Next Steps'));
  const plain = body
    .split('\n')
    .map((line) => line.replace(/^\s*>\s?/, '').trim())
    .filter((line) => !/^(#{1,6} [A-Z](?!dit)|\*\*\*|```|graph TD|style |\+-|\| -+)/.test(line))
    .map((line) => line.replace(/^<\/?(Warning|Tabs?|Tip|Note)\b[^>]*>$/, ''));
  return plain
    .map((line) =>
      /^(\||#|[A-Z0-9& ]+ ?-->|API\[|heat_|xavs|openstack)/.test(line) ? `\n\n${line}\n\n` : line,
    )
    .join('\n')
    .split(/\n{2,}/)
    .map(oneLine)
    .flatMap((block) => (/^[|#]|-->/.test(block) ? [block] : block.split(/(?<=[.:]) (?=[A-Z])/)))
    .map((statement) => statement.replace('**Administrator Access Required** — ', ''))
    .filter((statement) => statement !== '');
}

describe('rules', () => {
  it('has every rule of the register', () => {
    const guided = Array.from({ length: 11 }, (_, index) => `HT-${index + 1}`);
    expect(Object.keys(heat.rules)).toEqual(
      expect.arrayContaining([...guided, 'R-5', 'R-6', 'R-7', 'R-8', 'R-9', 'R-10', 'K1', 'K2', 'K3', 'K9']),
    );
  });

  it('gives every rule a place, and every rule that is not our own a quotation', () => {
    for (const rule of rules) {
      expect(rule.section, rule.id).not.toBe('');
      expect(rule.document, rule.id).not.toBe('');
      if (!rule.document.startsWith('Our ')) expect(rule.quotes.length, rule.id).toBeGreaterThan(0);
    }
  });

  it('is cited by parameters, findings and presets under ids that exist', () => {
    const { plan, selected } = firstVisit();
    const cited = [
      ...heat.params.flatMap((param) => param.rules ?? []),
      ...heat.presets.flatMap((preset) => preset.rules),
      ...resultOf(plan, selected).findings.flatMap((finding) => finding.rules),
      ...resultOf(plan, selected).referenceTables.flatMap((table) => table.rules),
    ];
    expect(cited.filter((id) => !(id in heat.rules))).toEqual([]);
  });

  it.skipIf(!guide)('quotes the guide word for word (skipped where the guide is not at hand)', () => {
    const text = oneLine(guide ?? '');
    expect(quotes.length).toBeGreaterThan(40);
    expect(quotes.filter((quote) => !text.includes(quote))).toEqual([]);
  });

  it.skipIf(!guide)('leaves no statement of the guide out (skipped where the guide is not at hand)', () => {
    const statements = statementsOf(guide ?? '');
    expect(statements.length).toBeGreaterThan(45);
    expect(statements.filter((statement) => !quotes.some((quote) => quote.includes(statement)))).toEqual([]);
  });
});
