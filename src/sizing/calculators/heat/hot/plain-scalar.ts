const nullPattern = /^(?:~|null|Null|NULL|)$/;
const truePattern = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const falsePattern = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const integerPattern =
  /^[-+]?(?:0b[01_]+|0[0-7_]*|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const floatPattern =
  /^(?:[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|[-+]?\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/**
 * The value of an unquoted YAML scalar as Heat reads it: YAML 1.1, so `yes` is true, `010` is eight and
 * `1:30` is ninety, but a date stays text. Source: PyYAML's resolver and Heat's template_format.py.
 */
export function plainScalar(source: string): string | number | boolean | null {
  if (nullPattern.test(source)) {
    return null;
  }
  if (truePattern.test(source)) {
    return true;
  }
  if (falsePattern.test(source)) {
    return false;
  }
  if (integerPattern.test(source)) {
    return integerOf(source.replaceAll('_', ''));
  }
  return floatPattern.test(source) ? floatOf(source.replaceAll('_', '').toLowerCase()) : source;
}

function integerOf(source: string): number {
  const sign = source.startsWith('-') ? -1 : 1;
  const digits = source.replace(/^[-+]/, '');
  if (digits.includes(':')) {
    return sign * sexagesimalOf(digits);
  }
  if (/^0[0-7]+$/.test(digits)) {
    return sign * Number.parseInt(digits, 8);
  }
  return sign * Number(digits);
}

function floatOf(source: string): number {
  const sign = source.startsWith('-') ? -1 : 1;
  const digits = source.replace(/^[-+]/, '');
  if (digits === '.inf') {
    return sign * Number.POSITIVE_INFINITY;
  }
  return sign * (digits.includes(':') ? sexagesimalOf(digits) : Number(digits));
}

function sexagesimalOf(digits: string): number {
  return digits.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}
