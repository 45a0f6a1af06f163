import type { TemplateNode } from './template-node.ts';
import { textOf } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';

/** The names under `depends_on`, a text or a list of them. Throws a TemplateFault for anything else. */
export function dependenciesOf(
  name: string,
  node: TemplateNode | undefined,
): readonly { readonly name: string; readonly offset: number }[] {
  if (node === undefined) {
    return [];
  }
  const items = node.kind === 'list' ? node.items : [node];
  return items.map((item) => {
    const dependency = textOf(item);
    if (dependency === undefined) {
      throw new TemplateFault(
        'structure',
        item.offset,
        `depends_on of "${name}" takes the name of a resource or a list of names.`,
      );
    }
    return { name: dependency, offset: item.offset };
  });
}
