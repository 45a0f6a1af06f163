import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': {
    maxBlockSize: '60vh',
    border: '1px solid var(--ctl)',
    borderRadius: 'var(--radius-control)',
    background: 'var(--panel)',
    color: 'var(--ink)',
    font: 'var(--text-code) var(--font-code)',
  },
  '&.cm-focused': { outline: '2px solid var(--sea)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
  // On the content, so that a click anywhere in an empty editor puts the caret there.
  '.cm-content': { caretColor: 'var(--ink)', minBlockSize: '180px' },
  '.cm-cursor': { borderInlineStartColor: 'var(--ink)' },
  '.cm-gutters': {
    background: 'var(--sunk)',
    color: 'var(--ink3)',
    borderInlineEnd: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'transparent' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--water)',
  },
  '.cm-tooltip, .cm-panels': {
    background: 'var(--panel)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--code-key)' },
  { tag: [tags.string, tags.content], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--code-comment)' },
]);

/** The editor in the page's own colours, both themes. */
export const editorTheme = [look, syntaxHighlighting(colours)];
