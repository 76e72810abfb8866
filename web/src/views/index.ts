import type { Component } from 'svelte';
import type { SessionDoc } from '../api/wire.ts';
import type { ViewName } from '../state/view.svelte.ts';
import Compare from './compare/Compare.svelte';
import Doubt from './doubt/Doubt.svelte';
import Draft from './draft/Draft.svelte';
import Sheets from './sheets/Sheets.svelte';
import Why from './why/Why.svelte';
import Edit from './edit/Edit.svelte';
import Evidence from './evidence/Evidence.svelte';
import Fund from './fund/Fund.svelte';
import Map from './map/Map.svelte';
import Moves from './moves/Moves.svelte';
import Picture from './picture/Picture.svelte';
import Process from './process/Process.svelte';
import Overview from './overview/Overview.svelte';

/** The views there are. What is not here is not on the page. */
export const SHOWN: Partial<Record<ViewName, Component>> = {
  overview: Overview,
  draft: Draft,
  why: Why,
  compare: Compare,
  evidence: Evidence,
  process: Process,
  sheets: Sheets,
  picture: Picture,
  moves: Moves,
  doubt: Doubt,
  map: Map,
  fund: Fund,
  edit: Edit,
};

/** Whether a view has something to show in this case. */
export function needs(name: ViewName, session: SessionDoc | null): boolean {
  if (session?.sound === false) return name === 'edit';
  if (name === 'map') return session?.has_territory === true;
  if (name === 'fund') return session?.has_fund === true;
  if (name === 'picture' || name === 'moves' || name === 'doubt') return (session?.estimates.length ?? 0) > 0;
  return true;
}

/** Whether what a draft leaves is on the view, and so awaited by whoever looks at it. */
export function showsLive(name: ViewName): boolean {
  return name === 'draft' || name === 'fund';
}
