import type { Attachment } from 'svelte/attachments';

/** A wide table in a narrow place can be reached by keys and scrolled; where nothing is cut off it is no stop on the way. */
export function scrolls(name: string): Attachment<HTMLElement> {
  return (node) => {
    const look = (): void => {
      if (node.clientWidth < node.scrollWidth) {
        node.tabIndex = 0;
        node.setAttribute('role', 'region');
        node.setAttribute('aria-label', name);
      } else for (const one of ['tabindex', 'role', 'aria-label']) node.removeAttribute(one);
    };
    const watch = new ResizeObserver(look);
    watch.observe(node);
    for (const child of node.children) watch.observe(child);
    look();
    return () => watch.disconnect();
  };
}
