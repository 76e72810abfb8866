import { failureOf, post, type ApiError } from '../api/client.ts';
import type { MapDoc } from '../api/lens.ts';
import { redrawn, type Parts } from '../logic/resolution.ts';
import { bench } from './bench.svelte.ts';
import { book } from './book.svelte.ts';

/** Territory by the blocs of the case, or unit by unit: the draft goes along, as far as it can. */
class Resolution {
  busy = $state(false);
  error = $state.raw<ApiError | null>(null);

  async take(units: boolean): Promise<void> {
    if (units === bench.units || this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      const [from, to] = await Promise.all([parts(!units), parts(units), units ? book.loadUnits() : null]);
      bench.setUnits(units, redrawn(bench.draft, from, to), new Set(Object.values(from)));
    } catch (cause) {
      this.error = failureOf(cause);
    } finally {
      this.busy = false;
    }
  }
}

async function parts(units: boolean): Promise<Parts> {
  return (await post<MapDoc>('/api/map', { draft: {}, units })).parts;
}

export const resolution = new Resolution();
