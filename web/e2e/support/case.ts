import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['Eastland', 'Westland', 'Northland', 'Southland', 'Lakeland', 'Hillland', 'Coastland', 'Riverland'];
const LONG = ' and the Associated Provinces of the Upper and Lower Valley, acting through its Interim Council';

/** An invented case in a folder: some parties, issues with limits, a record of two statements, one set of estimates. */
export function writeCase(folder: string, parties: number, long = false): string {
  mkdirSync(join(folder, 'estimates'), { recursive: true });
  const ids = NAMES.slice(0, parties).map((n) => n.toLowerCase());
  const name = (i: number) => `${NAMES[i]}${long ? LONG : ''}`;
  const title = (t: string) => (long ? `${t}, including whatever the parties may later add to it by an exchange of letters` : t);
  writeFileSync(
    join(folder, 'case.toml'),
    `format = 1
[case]
id = "valley"
title = "Talks on the valley"
as_of = 2026-01-31
as_of_by = "catalog"

[parties]
${ids.map((id, i) => `${id} = { name = "${name(i)}", kind = "state"${i === 2 ? ', consent = "only if crossing = open", consent_because = "assumption: it would have to keep it open"' : ''} }`).join('\n')}

[issues.crossing]
title = "${title('Border crossing')}"
scale = true
choices = { closed = "Closed", daytime = "Open in daytime", open = "Open" }
[issues.observers]
title = "${title('Observers at the crossing')}"
choices = { none = "None", joint = "A joint group", foreign = "Observers of a third country" }
[issues.water]
title = "${title('Share of the water for Eastland')}"
range = { from = 0, to = 100, step = 10, unit = "%" }
[issues.status]
title = "${title('Words on status')}"
choices = { silent = "Not mentioned", recognised = "Recognised", deferred = "Deferred" }

[[rules]]
id = "observers-need-a-crossing"
when = "observers != none"
then = "crossing != closed"
basis = "definition"
[[red_lines]]
id = "westland-on-status"
party = "westland"
never = "status = recognised"
firmness = "stated-absolute"
firmness_by = "speaker"
evidence = ["st-02"]
[[red_lines]]
id = "eastland-on-observers"
party = "eastland"
never = "observers = foreign and status = silent"
firmness = "strong"
firmness_by = "reporter"
evidence = ["st-01"]
[[red_lines]]
id = "westland-on-crossing"
party = "westland"
never = "crossing = open"
firmness = "unclear"
firmness_by = "coder"
evidence = ["st-02"]

[[process]]
id = "experts"
title = "Meeting of experts"
participants = ["eastland", "westland"]
status = "open"
[[process]]
id = "ministers"
title = "Meeting of ministers"
participants = ["eastland", "westland"]
requires = ["experts"]
`,
  );
  writeFileSync(
    join(folder, 'ledger.toml'),
    `format = 1
[[sources]]
id = "src-01"
kind = "newspaper-report"
title = "Talks resume in the valley"
lang = "en"
[[statements]]
id = "st-01"
source = "src-01"
speaker = { name = "The minister", party = "eastland" }
via = "reported"
precision = "unknown"
quote = { exact = "no foreign observers without a word on status" }
coder = "test"
[[statements]]
id = "st-02"
source = "src-01"
speaker = { name = "Головуючий, رئيس, יושב", party = "westland" }
via = "direct"
said_on = 2026-01-30
precision = "day"
quote = { exact = "Recognition is out of the question" }
coder = "test"
[[positions]]
id = "pos-01"
party = "westland"
issue = "status"
kind = "red-line"
text = "No recognition."
rejects = ["recognised"]
firmness = "stated-absolute"
firmness_by = "speaker"
evidence = ["st-02"]
confidence = "high"
[[positions]]
id = "pos-02"
party = "eastland"
issue = "observers"
kind = "demand"
text = "Observers only with a word on status."
prefers = ["joint"]
evidence = ["st-01"]
`,
  );
  const worth = (i: number) => (i % 2 === 0 ? '[[0, 0], [100, 100]]' : '[[0, 100], [100, 0]]');
  writeFileSync(
    join(folder, 'estimates', 'first.toml'),
    `format = 1
[estimates]
author = "test"
as_of = 2026-01-31
comparable = false
${ids
  .map(
    (id, i) => `[${id}]
bottom_line = { points = [${25 + i}, ${35 + i}], because = "assumption: for this test" }
weights.crossing = { points = [20, 30], because = "assumption: for this test" }
weights.observers = { points = [15, 25], because = "assumption: for this test" }
weights.water = { points = [30, 40], because = "assumption: for this test" }
weights.status = { points = [15, 25], because = "assumption: for this test" }
values.crossing = { closed = ${i % 2 ? 100 : 0}, daytime = [50, 70], open = ${i % 2 ? 0 : 100}, because = "assumption: for this test" }
values.observers = { none = ${i % 2 ? 100 : 0}, joint = [60, 80], foreign = ${i % 2 ? 0 : 100}, because = "assumption: for this test" }
values.water = { curve = ${worth(i)}, because = "assumption: for this test" }
values.status = { silent = ${i % 2 ? 100 : 0}, recognised = ${i % 2 ? 0 : 100}, deferred = [40, 60], because = "assumption: for this test" }
`,
  )
  .join('')}`,
  );
  return folder;
}
