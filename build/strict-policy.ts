import type { Plugin } from 'vite';

/**
 * What the built page may do: its own files and nothing else. Charts and the editor set styles on elements, which
 * needs 'unsafe-inline' for styles alone. Text never becomes markup or script; `default` is the page's own rule for the
 * addresses of its workers. The development server needs more, so it goes without.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Writes the policy into the page, so that it holds on any static host. */
export const strictPolicy: Plugin = {
  name: 'strict-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
};
