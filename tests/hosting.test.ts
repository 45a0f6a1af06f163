import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../build/strict-policy.ts';

const guide = readFileSync(new URL('../docs/hosting.md', import.meta.url), 'utf8');
const snippets = ['nginx', 'caddyfile'].map(
  (name) => new RegExp(`\`\`\`${name}\n(.*?)\`\`\``, 's').exec(guide)?.[1] ?? '',
);

/** The values that a snippet gives to a header, whatever the server's way to write it. */
function valuesOf(snippet: string, header: string): readonly string[] {
  return [...snippet.matchAll(new RegExp(`${header} "([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

describe('docs/hosting.md', () => {
  it.each(snippets)('sends the page’s own policy, and forbids frames, in: %.30s', (snippet) => {
    expect(valuesOf(snippet, 'Content-Security-Policy')).toEqual([
      `${contentSecurityPolicy}; frame-ancestors 'none'`,
    ]);
  });

  it('asks the same of either server', () => {
    const [nginx = '', caddy = ''] = snippets;
    for (const header of [
      'Content-Security-Policy',
      'Referrer-Policy',
      'Permissions-Policy',
      'X-Content-Type-Options',
      'Cross-Origin-Opener-Policy',
      'Cross-Origin-Resource-Policy',
    ]) {
      expect(valuesOf(nginx, header)).toHaveLength(1);
      expect(valuesOf(caddy, header)).toEqual(valuesOf(nginx, header));
      expect(guide).toContain(`\`${header}\``);
    }
  });
});
