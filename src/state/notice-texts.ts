import type { Notice } from './notice.ts';

export function refusedLink(message: string, actions: NonNullable<Notice['actions']>): Notice {
  const title = 'This link could not be opened.';
  return { id: 'link', severity: 'blocker', title, lines: [message], actions };
}

export function refusedFile(lines: readonly string[]): Notice {
  return { id: 'link', severity: 'blocker', title: 'This file could not be opened.', lines };
}

/** `lines` name what could not be read. */
export function partlyOpened(what: 'link' | 'file', lines: readonly string[]): Notice {
  const title = `The ${what} was opened, but not all of it could be read.`;
  return { id: 'link', severity: 'caution', title, lines };
}

/** A part of the page did not arrive. */
export const incompletePage: Notice = {
  id: 'incomplete',
  severity: 'caution',
  title: 'A part of the page could not be loaded.',
  lines: ['Charts, rules and files may be missing. Check the connection and reload; your inputs are kept.'],
};
