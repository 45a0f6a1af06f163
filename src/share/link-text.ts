/** Percent-encodes all but what reads well and survives mail and chat; a space becomes `+`. */
export function encoded(text: string): string {
  // Nearly every key and number, of which a page writes a thousand before its first picture.
  if (/^[\w.-]*$/.test(text)) return text;
  return encodeURIComponent(wellFormed(text))
    .replaceAll('%20', '+')
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%2F', '/')
    .replaceAll(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** What `encoded` wrote; undefined where a % sign is not followed by the digits of a character. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** Halves of characters become the replacement character, as they do in an address. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd');
}
