/** Hands a text to the browser as a file to save. Nothing leaves the machine. */
export function saveText(filename: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  // Some browsers fetch the file only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
