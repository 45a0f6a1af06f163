/** The part of the browser's Trusted Types used here, which the DOM's types do not know. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string | null },
  ): unknown;
}

/**
 * The page's policy lets no text become markup, script or the address of a script, whoever asks. Workers are the one
 * exception this page needs: their addresses pass when they lie in the page's own folder.
 */
export function allowOwnScripts(): void {
  const { trustedTypes } = window as unknown as { readonly trustedTypes?: TrustedTypes };
  const folder = new URL('./', document.baseURI).href;
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) =>
      new URL(address, document.baseURI).href.startsWith(folder) ? address : null,
  });
}
