import { yaml } from '@codemirror/lang-yaml';
import {
  type Diagnostic,
  lintGutter,
  lintKeymap,
  previousDiagnostic,
  setDiagnostics,
} from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { useEffect, useEffectEvent, useRef } from 'react';
import styles from './code-editor.module.css';
import { editorTheme } from './editor-theme.ts';
import type { TextMark } from './text-mark.ts';

type Place = Pick<TextMark, 'line' | 'column'>;

interface CodeEditorProps {
  readonly id: string;
  readonly label: string;
  readonly describedBy?: string;
  readonly text: string;
  readonly language: 'yaml' | 'csv';
  /** What is wrong where: marks in the gutter, F8 and Shift F8 go through them. */
  readonly marks: readonly TextMark[];
  /** Where to put the caret, with the focus; a new object goes there again. */
  readonly caret?: Place | null;
  readonly onChange: (text: string) => void;
}

/** A code editor for pasted files. Tab leaves it, as in any other field. */
export function CodeEditor({
  id,
  label,
  describedBy,
  text,
  language,
  marks,
  caret,
  onChange,
}: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const changed = useEffectEvent(onChange);
  const firstText = useRef(text);
  const shownMarks = useRef<readonly TextMark[]>([]);

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: firstText.current,
        extensions: [
          basicSetup,
          ...(language === 'yaml' ? [yaml()] : []),
          lintGutter(),
          keymap.of([...lintKeymap, { key: 'Shift-F8', run: previousDiagnostic }]),
          editorTheme,
          EditorView.contentAttributes.of({
            id,
            // Focusable without it; said for readers that go by this alone.
            tabindex: '0',
            'aria-label': label,
            ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({
            paste: (_, editor) => lookAgain(editor),
            drop: (_, editor) => lookAgain(editor),
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      shownMarks.current = [];
      editor.destroy();
    };
  }, [id, label, describedBy, language]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    lookAgain(editor);
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    const before = shownMarks.current;
    // A list of the same marks is no news, and telling the editor costs it a pass over what it shows.
    if (!editor || (marks.length === before.length && marks.every((mark, at) => mark === before[at]))) return;
    shownMarks.current = marks;
    editor.dispatch(
      setDiagnostics(
        editor.state,
        marks.map((mark) => diagnosticOf(editor, mark)),
      ),
    );
  }, [marks]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || !caret) return;
    editor.dispatch({ selection: { anchor: offsetOf(editor, caret) }, scrollIntoView: true });
    editor.focus();
  }, [caret]);

  return <div ref={host} className={styles.editor} />;
}

/**
 * Has the editor measure itself before a long text comes in. One that it took to be out of sight, as after its text was
 * cleared, would write every line of it into the page: half a second for a template of a thousand resources.
 */
function lookAgain(editor: EditorView): false {
  editor.requestMeasure();
  editor.elementAtHeight(0);
  return false;
}

/** Places a mark by line and column, inside the text whatever the mark says. */
function diagnosticOf(editor: EditorView, { message, severity, ...place }: TextMark): Diagnostic {
  const from = offsetOf(editor, place);
  return { from, to: editor.state.doc.lineAt(from).to, message, severity };
}

function offsetOf({ state: { doc } }: EditorView, { column, line }: Place): number {
  const at = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(at.from + Math.max(0, column - 1), at.to);
}
