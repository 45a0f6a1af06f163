/** What can be measured of a page on screen for WCAG 2.2 beyond axe's rules; each gives one line a fault. */
import type { Page } from 'playwright-core';

/** Waits until charts have taken their new width, and nothing moves any more. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let height = 0;
    for (let same = 0; same < 20; same++) {
      await new Promise(requestAnimationFrame);
      const now = document.documentElement.scrollHeight;
      if (now !== height) same = 0;
      height = now;
    }
  });
}

/** Widths of the page and of its window differ when it scrolls sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Elements that move or fade although the user asked for none of it. */
export async function motions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isMoving = (style: CSSStyleDeclaration) =>
      [style.transitionDuration, style.animationName === 'none' ? '0s' : style.animationDuration].some(
        (text) => text.split(',').some((duration) => Number.parseFloat(duration) > 0),
      );
    return [...document.querySelectorAll('body, body *')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((pseudo) =>
        isMoving(getComputedStyle(element, pseudo))
          ? [`${element.tagName}.${element.getAttribute('class')}${pseudo ?? ''}`]
          : [],
      ),
    );
  });
}

/**
 * Texts cut off by their own box. Left out: the numbers beside an editor's lines, and a file's link, which is short
 * on purpose and copied whole.
 */
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    return [
      ...document.querySelectorAll<HTMLElement>(
        'body *:not(svg, svg *, .visually-hidden, .cm-gutter, [data-link])',
      ),
    ].flatMap((element) => {
      const style = getComputedStyle(element);
      const isShown = element.getClientRects().length > 0 && element.clientWidth > 1;
      if (!isShown || style.clipPath !== 'none' || !element.textContent?.trim()) return [];
      const isCut =
        (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
      return isCut
        ? [`${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`]
        : [];
    });
  });
}

/** Sets lines, letters, words and paragraphs as far apart as WCAG 1.4.12 lets a reader set them. */
export async function spaceTexts(page: Page): Promise<void> {
  await page.addStyleTag({
    content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`,
  });
}

/**
 * Controls smaller than `least` CSS px in either direction, unless they stand in a line of text or nothing else to
 * press comes within that distance (WCAG 2.5.8). A radio or check box is as large as its label.
 */
export async function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((wanted) => {
    const pressable = 'a[href], button, input:not([type=file]), select, summary, textarea, [role=slider]';
    /** An element's box with the part of it that a positioned `::after` adds. */
    const grown = (element: HTMLElement): DOMRect => {
      const box = element.getBoundingClientRect();
      const after = getComputedStyle(element, '::after');
      if (after.content === 'none' || after.position !== 'absolute') return box;
      const [top, right, bottom, left] = [after.top, after.right, after.bottom, after.left].map((text) =>
        Math.min(0, Number.parseFloat(text) || 0),
      ) as [number, number, number, number];
      const width = Math.max(box.width - left - right, Number.parseFloat(after.width) || 0);
      return new DOMRect(box.left + left, box.top + top, width, box.height - top - bottom);
    };
    const isInModal = (element: Element) => {
      const modal = document.querySelector('dialog:modal');
      return !modal || modal.contains(element);
    };
    const targets = [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      const label = element instanceof HTMLInputElement ? element.closest('label') : null;
      const isHidden = element.classList.contains('visually-hidden') || element.hidden;
      // Pressing a unit beside its number gives the number the focus.
      const withUnit = element.closest('[data-suffixed]')?.parentElement;
      const box = grown(label ?? withUnit ?? element);
      const isShown = box.width > 0 && box.height > 0 && (!isHidden || label !== null) && isInModal(element);
      return isShown && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        ? [{ element, box }]
        : [];
    });
    const isInText = (element: HTMLElement) => getComputedStyle(element).display === 'inline';
    const isNear = (a: DOMRect, b: DOMRect) => {
      const x = (a.left + a.right) / 2;
      const y = (a.top + a.bottom) / 2;
      const dx = Math.max(b.left - x, 0, x - b.right);
      const dy = Math.max(b.top - y, 0, y - b.bottom);
      return Math.hypot(dx, dy) < wanted / 2;
    };
    return targets.flatMap(({ element, box }) => {
      if (box.width >= wanted - 0.5 && box.height >= wanted - 0.5) return [];
      if (isInText(element)) return [];
      const neighbour = targets.find(
        (other) =>
          other.element !== element &&
          !other.element.contains(element) &&
          !element.contains(other.element) &&
          isNear(box, other.box),
      );
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
      return neighbour ? [`${element.tagName} “${name.slice(0, 40)}” ${size}`] : [];
    });
  }, least);
}

/**
 * Focuses every stop of the Tab key in turn; those that then lie wholly under something else, or out of the window.
 * What a stop opens over itself does not count if Esc takes it away again, as WCAG 2.4.11 has it.
 */
export async function hiddenFocus(page: Page): Promise<{ stops: number; hidden: string[] }> {
  return page.evaluate(async () => {
    const focusable =
      'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]';
    const parts = [0.05, 0.25, 0.5, 0.75, 0.95];
    const stops = [...document.querySelectorAll<HTMLElement>(focusable)].filter(
      (e) => e.tabIndex >= 0 && !e.matches(':disabled, [type=file]') && e.checkVisibility(),
    );
    const isSeen = (element: HTMLElement): boolean => {
      const label = element instanceof HTMLInputElement ? element.closest('label') : null;
      const box = (label ?? element).getBoundingClientRect();
      // A drawing lays what can be pressed over what has the focus.
      const around = label ?? element.closest('svg') ?? element;
      return parts.some((x) =>
        parts.some((y) => {
          const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
          return at !== null && (around.contains(at) || at.contains(element));
        }),
      );
    };
    const hidden: string[] = [];
    for (const element of stops) {
      element.focus();
      if (document.activeElement !== element || isSeen(element)) continue;
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      if (isSeen(element)) continue;
      const box = element.getBoundingClientRect();
      const over = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      hidden.push(`${element.tagName} “${name.slice(0, 40)}” under ${over?.tagName} ${over?.className}`);
    }
    return { stops: stops.length, hidden };
  });
}

/** Figures without a name, without a sentence that sums them up, or whose numbers cannot be had as a table. */
export async function figuresWithoutWords(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const faults: string[] = [];
    for (const figure of document.querySelectorAll('main figure')) {
      const named = document.getElementById(figure.getAttribute('aria-labelledby') ?? '');
      const name = named?.textContent?.trim() ?? '';
      if (name === '') faults.push(`no name: ${figure.textContent?.slice(0, 60)}`);
      if (!figure.querySelector('figcaption p')?.textContent?.trim()) faults.push(`no summary: ${name}`);
      const show = [...figure.querySelectorAll('button')].find((b) => b.textContent === 'Show as table');
      show?.click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const rows = figure.querySelectorAll('table tbody tr').length;
      const isDrawn = figure.querySelector('svg:not(button svg)') !== null;
      if (rows === 0 && (isDrawn || show)) faults.push(`no table: ${name}`);
      const table = figure.querySelector('table');
      if (
        table &&
        !table.caption?.textContent?.trim() &&
        !table.hasAttribute('aria-label') &&
        !table.hasAttribute('aria-labelledby')
      )
        faults.push(`table without a name: ${name}`);
    }
    return faults;
  });
}
