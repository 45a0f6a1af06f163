import type { ErrorCode } from 'yaml';

/**
 * What the parser complains of, in words of ours: its own quote the text, which may hold a secret. The end of a
 * sentence that starts with the place.
 */
export function syntaxMessage(code: ErrorCode): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'tabs cannot indent YAML; use spaces';
    case 'BAD_INDENT':
      return 'this line is indented differently from what it belongs to';
    case 'MISSING_CHAR':
      return 'a colon, a comma, a quote or a closing bracket is missing here';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'two colons on one line; a value with a colon and a space needs quotes';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'a key goes over several lines here; is a colon missing?';
    case 'KEY_OVER_1024_CHARS':
      return 'a key is longer than 1,024 characters here; is a colon missing?';
    case 'BAD_SCALAR_START':
      return 'a value cannot start with this character; put it in quotes';
    case 'BAD_DQ_ESCAPE':
      return 'a backslash in double quotes starts nothing that YAML knows';
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return 'an anchor or an alias is written wrongly here';
    case 'BAD_DIRECTIVE':
      return 'a line that starts with % is a directive, and this is none that YAML knows';
    case 'BLOCK_IN_FLOW':
      return 'a list or a map in brackets cannot hold one that is written by indentation';
    case 'RESOURCE_EXHAUSTION':
      return 'this part is nested too deeply to be read';
    default:
      return 'this is not YAML';
  }
}
