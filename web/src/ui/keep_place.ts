const TAKES = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/**
 * Keeps the keyboard's place: where a press, or the answer to it, takes away what had the focus, what stands nearest to it gets it.
 * Watches only while keys are used, so that no drag pays for it.
 */
export function keepPlace(): () => void {
  /** What had the focus last, then what it stood in, outwards. */
  let place: HTMLElement[] = [];
  let due: ReturnType<typeof setTimeout> | undefined;
  const watch = new MutationObserver(() => {
    clearTimeout(due);
    // A view that moves the focus itself comes first.
    due = setTimeout(look);
  });

  function remember(event: FocusEvent): void {
    place = [];
    for (let e = event.target as Element | null; e; e = e.parentElement) if (e instanceof HTMLElement || e instanceof SVGElement) place.push(e as HTMLElement);
  }
  function look(): void {
    const [lost] = place;
    const now = document.activeElement;
    if (!lost || (now !== document.body && now !== lost) || (lost.isConnected && !lost.matches(':disabled'))) return;
    const around = place.find((e) => e !== lost && e.isConnected && e.closest('main, header, footer') !== null);
    to(around ?? document.getElementById('content'));
  }
  function to(around: HTMLElement | null): void {
    if (!around) return;
    const next = around.id === 'content' ? around : [...around.querySelectorAll<HTMLElement>(TAKES)].find((e) => e.checkVisibility());
    if (next) return next.focus();
    around.tabIndex = -1;
    around.addEventListener('blur', () => around.removeAttribute('tabindex'), { once: true });
    around.focus();
  }
  const keys = () => watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  const pointer = () => watch.disconnect();
  document.addEventListener('focusin', remember);
  document.addEventListener('keydown', keys, true);
  document.addEventListener('pointerdown', pointer, true);
  return () => {
    watch.disconnect();
    clearTimeout(due);
    document.removeEventListener('focusin', remember);
    document.removeEventListener('keydown', keys, true);
    document.removeEventListener('pointerdown', pointer, true);
  };
}
