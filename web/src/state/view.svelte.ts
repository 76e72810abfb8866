/** Which view is shown; it stands in the address, so that back and forward work. */
export const VIEWS = ['overview', 'draft', 'why', 'compare', 'evidence', 'process', 'sheets', 'picture', 'moves', 'doubt', 'map', 'fund', 'edit'] as const;
export type ViewName = (typeof VIEWS)[number];

function inAddress(): ViewName {
  const name = location.hash.replace(/^#\/?/, '').split('?')[0] ?? '';
  return (VIEWS as readonly string[]).includes(name) ? (name as ViewName) : 'overview';
}

class View {
  now = $state<ViewName>('overview');

  start(): () => void {
    this.now = inAddress();
    const follow = () => (this.now = inAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }
  go(name: ViewName): void {
    if (name === this.now) return;
    location.hash = `#/${name}`;
    this.now = name;
  }
}

export const view = new View();
