export const server = 'OS::Nova::Server';

/** What stands before the resources, each a line of YAML with two spaces before it. */
export const head = 'heat_template_version: 2018-08-31\nresources:\n';

/** A template of `count` resources of one type; `waits` names what each waits for. */
export function templateOf(
  count: number,
  type: string,
  waits: (at: number) => number | undefined = () => undefined,
): string {
  const resources = Array.from({ length: count }, (_, at) => {
    const before = waits(at);
    return `  r${at}:\n    type: ${type}\n${before === undefined ? '' : `    depends_on: r${before}\n`}`;
  });
  return head + resources.join('');
}

/** A template of `count` servers, each waiting for the one before. */
export function chainOf(count: number): string {
  return templateOf(count, server, (at) => (at === 0 ? undefined : at - 1));
}

/** A resource that creates `count` of a type in a stack inside; `more` stands beside its properties. */
export function groupOf(count: number, type = server, more = ''): string {
  const properties = `{ count: ${count}, resource_def: { type: "${type}" } }`;
  return `{ type: "OS::Heat::ResourceGroup", properties: ${properties}${more} }`;
}

/** So many groups of two, all of which start together once a resource that takes no time is done. */
export function groupsBehindRoot(count: number): string {
  const group = groupOf(2, server, ', depends_on: root');
  const groups = Array.from({ length: count }, (_, at) => `  g${at}: ${group}\n`);
  return `${head}  root: { type: OS::Heat::None }\n${groups.join('')}`;
}
