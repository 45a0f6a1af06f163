import { describe, expect, it } from 'vitest';
import { createThemeStore } from '../../src/state/theme.ts';
import { FakeStorage } from './sample-store.ts';

describe('createThemeStore', () => {
  it('follows the system until told otherwise, and marks the document only then', () => {
    const root = document.createElement('html');
    const store = createThemeStore(root, new FakeStorage().open);
    expect(store.getState().theme).toBe('system');
    expect(root.dataset.theme).toBeUndefined();
    store.setState({ theme: 'dark' });
    expect(root.dataset.theme).toBe('dark');
    store.setState({ theme: 'system' });
    expect(root.dataset.theme).toBeUndefined();
  });

  it('keeps the choice for the next visit', () => {
    const storage = new FakeStorage();
    createThemeStore(document.createElement('html'), storage.open).setState({ theme: 'light' });
    const root = document.createElement('html');
    expect(createThemeStore(root, storage.open).getState().theme).toBe('light');
    expect(root.dataset.theme).toBe('light');
  });

  it('keeps the density apart from the theme, and marks the document for the compact one only', () => {
    const storage = new FakeStorage();
    const root = document.createElement('html');
    const store = createThemeStore(root, storage.open);
    expect(root.dataset.density).toBeUndefined();
    store.setState({ density: 'compact' });
    expect(root.dataset.density).toBe('compact');
    expect(root.dataset.theme).toBeUndefined();
    expect(createThemeStore(document.createElement('html'), storage.open).getState()).toEqual({
      theme: 'system',
      density: 'compact',
    });
  });

  it('holds for this visit where storage is blocked, and takes no theme it does not know', () => {
    const storage = new FakeStorage();
    storage.setItem('plimsoll/theme', 'neon');
    expect(createThemeStore(document.createElement('html'), storage.open).getState().theme).toBe('system');
    storage.isBlocked = true;
    const root = document.createElement('html');
    const store = createThemeStore(root, storage.open);
    store.setState({ theme: 'dark' });
    expect(root.dataset.theme).toBe('dark');
  });
});
