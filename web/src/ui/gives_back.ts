import type { Attachment } from 'svelte/attachments';

/** A panel that closes with the focus in it gives it back to where something outside was pressed last. */
export const givesBack: Attachment<HTMLElement> = (panel) => {
  let from = document.activeElement;
  const follow = (event: Event): void => {
    const pressed = event.type === 'click' || (event instanceof KeyboardEvent && ['Enter', ' '].includes(event.key));
    if (pressed && !panel.contains(document.activeElement)) from = document.activeElement;
  };
  const events = ['click', 'keydown'] as const;
  for (const name of events) document.addEventListener(name, follow, true);
  return () => {
    for (const name of events) document.removeEventListener(name, follow, true);
    const held = document.activeElement === document.body || panel.contains(document.activeElement);
    if (held && (from instanceof HTMLElement || from instanceof SVGElement) && from.isConnected) from.focus();
  };
};
