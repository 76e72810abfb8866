import type { components } from './types.gen.ts';
import type { CheckDoc, Change, Conflict } from '../state/files.svelte.ts';
import type { FundDoc, MapDoc } from './lens.ts';
import type { LedgerDoc } from './ledger.ts';
import type { BestForDoc, CompareDoc, GivesDoc, ImproveDoc, OffersDoc, ProcessDoc } from './questions.ts';
import type { AcceptedDoc, DocumentDoc } from './reading.ts';
import type { RobustDoc } from './robust.ts';
import type { AskBody, CaseDoc, DraftDoc, ExamplesDoc, OverviewDoc, PictureDoc, RemainingDoc, SessionDoc, WhyDoc } from './wire.ts';

/**
 * The page names what it reads in short shapes of its own. Here the compiler holds each against the type generated from the
 * server's OpenAPI: a document that the server changes, and the page still reads the old way, does not compile.
 */
type Server = components['schemas'];
type Reads<Page, Sent extends Page> = [Page, Sent];
type Takes<Taken, Page extends Taken> = [Taken, Page];

export type Agreed = [
  Reads<SessionDoc, Server['Session']>,
  Reads<CaseDoc, Server['WorkbenchCase']>,
  Reads<DraftDoc, Server['DraftLeft']>,
  Reads<RemainingDoc, Server['Remaining']>,
  Reads<OverviewDoc, Server['Overview']>,
  Reads<PictureDoc, Server['Picture']>,
  Reads<ExamplesDoc, Server['Examples']>,
  Reads<WhyDoc, Server['Why']>,
  Reads<LedgerDoc, Server['Ledger']>,
  Reads<CompareDoc, Server['Compare']>,
  Reads<ImproveDoc, Server['Improve']>,
  Reads<BestForDoc, Server['BestForAnswer']>,
  Reads<GivesDoc, Server['Gives']>,
  Reads<ProcessDoc, Server['Process']>,
  Reads<OffersDoc, Server['Offer']>,
  Reads<FundDoc, Server['FundFlows']>,
  Reads<RobustDoc, Server['Robust']>,
  Reads<CheckDoc, Server['Check']>,
  Reads<Change, Server['Change']>,
  Reads<Conflict, Server['Conflict']>,
  Reads<DocumentDoc, Server['ReadDocument']>,
  Takes<Server['Accepted'], AcceptedDoc>,
  Takes<Partial<Omit<Server['Ask'], 'stream' | 'what_if'>>, AskBody>,
];
export type MapAgreed = Reads<Omit<MapDoc, 'shapes'>, Server['MapWithShapes']>;
