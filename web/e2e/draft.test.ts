import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** The draft, the heart of the page: states in words, what opens an excluded choice, undo, brackets, keeping, comparing. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.go('draft');
});
afterAll(async () => {
  await bench.end();
});

const choice = (name: string) => bench.page.getByRole('button', { name: `${name}, for` });
const issue = (id: string) => bench.page.locator(`#issue-${id}`);

test('every choice says in words whether it is still possible', async () => {
  const text = await issue('status').innerText();
  expect(text).toMatch(/Deferred[\s\S]{0,12}possible[\s\S]*Not mentioned[\s\S]{0,12}only with certain others/);
  expect(text).toMatch(/Recognised[\s\S]*excluded by 1 limit/);
  expect(await bench.page.locator('main').innerText()).not.toMatch(/\d+ ?% of|likel|chance|recommend/i);
});

test('choosing narrows what is left on other issues, and undo takes it back', async () => {
  await choice('Observers of a third country').click();
  await bench.settled();
  expect(await issue('status').innerText()).toMatch(/Not mentioned[\s\S]*excluded by/);
  await bench.page.getByRole('button', { name: 'Undo' }).click();
  await bench.settled();
  expect(await issue('status').innerText()).toMatch(/Not mentioned\s[\s\S]{0,12}only with certain others/);
  await bench.page.keyboard.press('Control+Shift+Z');
  await bench.settled();
  expect(await choice('Observers of a third country').getAttribute('aria-pressed')).toBe('true');
  await bench.page.keyboard.press('Control+Z');
  await bench.settled();
});

test('what excludes a choice follows its state, and that of an earlier draft is marked as old until then', async () => {
  let go = (): void => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await bench.page.route('**/api/draft', async (route) => {
    if (route.request().postData()?.includes('"excluded_by":true')) await held;
    await route.continue();
  });
  await choice('Observers of a third country').click();
  const bare = issue('status').getByRole('button', { name: /^excluded\s*$/ });
  const known = issue('status').getByRole('button', { name: /^excluded by 1 limit \(of the draft before\)/ });
  try {
    await bare.first().waitFor({ timeout: 5_000 });
    const [verdict, by] = await known.first().evaluate((b) => [b.className, b.querySelector('.old')?.textContent ?? '']);
    expect(by, 'known of the draft before').toContain('by 1 limit');
    expect(verdict, 'that it is excluded is proved of this draft').not.toContain('old');
  } finally {
    go();
  }
  await bench.page.waitForFunction(() => document.querySelectorAll('#issue-status .why .old').length === 0);
  expect(await bare.count()).toBe(0);
  expect(await issue('status').innerText()).not.toContain('of the draft before');
  await bench.page.unroute('**/api/draft');
  await bench.settled();
  await bench.page.getByRole('button', { name: 'Undo' }).click();
  await bench.settled();
});

test('where what excludes a choice could not be found, the choice is excluded all the same, and that is said', async () => {
  await bench.page.route('**/api/draft', async (route) => {
    if (!route.request().postData()?.includes('"excluded_by":true')) return route.continue();
    const text = (await (await route.fetch()).text()).replace(/"excluded_by":\[[^\]]*\]/g, '"excluded_by":null');
    return route.fulfill({ contentType: 'application/json', body: text });
  });
  await choice('Observers of a third country').click();
  await bench.settled();
  await issue('status').getByRole('button', { name: /^excluded\s*$/ }).first().click();
  await bench.page.getByText('That it is excluded is proved.').first().waitFor();
  await issue('status').getByRole('button', { name: /^excluded\s*$/ }).first().click();
  await bench.page.unroute('**/api/draft');
  await bench.page.getByRole('button', { name: 'Undo' }).click();
  await bench.settled();
});

test('one click shows what excludes a choice and what opens it; trying it stands apart from the case', async () => {
  await issue('status').getByRole('button', { name: /excluded by 1 limit/ }).click();
  await bench.settled();
  const shown = await issue('status').innerText();
  expect(shown).toContain('Westland: never Words on status: Recognised');
  expect(shown).toContain('stated as absolute');
  expect(shown).toContain('That a limit is listed does not mean that it should move.');
  await issue('status').getByRole('button', { name: /Try it as a/ }).click();
  await bench.settled();
  expect(await issue('status').innerText()).toMatch(/Recognised[\s\S]{0,12}(possible|only with)/);
  expect(await bench.page.locator('footer').innerText()).toContain('1 "what if" in force');
  await bench.page.locator('footer').getByRole('button', { name: 'Back to the case' }).click();
  await bench.settled();
  expect(await issue('status').innerText()).toContain('excluded by 1 limit');
});

test('who objects is named, with the reason and the evidence one click away', async () => {
  await choice('Recognised').click();
  await bench.settled();
  const objections = bench.page.locator('section[aria-labelledby=objections-head]');
  expect(await objections.innerText()).toMatch(/Westland[\s\S]*objects[\s\S]*never Words on status: Recognised/);
  await objections.getByRole('button', { name: 'Evidence' }).first().click();
  await bench.settled();
  expect(await objections.innerText()).toContain('Recognition is out of the question');
  await choice('Recognised').click();
  await bench.settled();
});

test('a change of the verdict is announced', async () => {
  await choice('Recognised').click();
  await bench.settled();
  expect(await bench.page.locator('[aria-live=polite][aria-atomic=true]').innerText()).toContain('No package keeps this draft');
  await choice('Recognised').click();
  await bench.settled();
  expect(await bench.page.locator('[aria-live=polite][aria-atomic=true]').innerText()).toContain('Every stated limit can still be met');
});

test('an open issue may hold several choices in brackets', async () => {
  await bench.page.getByRole('button', { name: 'Put None in brackets, or take it out' }).click();
  await bench.page.getByRole('button', { name: 'Put A joint group in brackets, or take it out' }).click();
  await bench.settled();
  expect(await bench.page.locator('.paper').innerText()).toContain('[None | A joint group]');
  await bench.page.getByRole('button', { name: 'Leave open: Observers at the crossing' }).click();
});

test('everything can be done from the keyboard', async () => {
  await choice('Open in daytime').focus();
  await bench.page.keyboard.press('Enter');
  await bench.settled();
  expect(await choice('Open in daytime').getAttribute('aria-pressed')).toBe('true');
  await bench.page.getByRole('slider', { name: /Share of the water/ }).focus();
  await bench.page.keyboard.press('ArrowRight');
  await bench.settled();
  expect(await bench.page.locator('.paper').innerText()).toMatch(/60 ?%/);
});

test('a whole draft is asked whether anything is better for all', async () => {
  await bench.estimates('first');
  for (const name of ['None', 'Deferred']) await choice(name).click();
  await bench.settled();
  await bench.page.getByRole('button', { name: 'Is anything better for all?' }).click();
  await bench.settled();
  expect(await bench.page.locator('section[aria-labelledby=draft-head]').innerText()).toMatch(/more for (at least )?one principal and less for none/);
  for (const name of ['None', 'Deferred']) await choice(name).click();
  await bench.settled();
});

test('the reader chooses hue and shape; the page keeps no colour of its own for good or bad', async () => {
  await bench.page.locator('header details summary').click();
  await bench.page.getByLabel('Shape of Eastland').selectOption('star');
  await bench.page.getByLabel('Hue of Eastland').selectOption({ label: 'olive' });
  expect(await bench.page.locator('section[aria-labelledby=objections-head] svg').first().getAttribute('class')).toContain('hue5');
  await bench.page.locator('header details summary').click();
});

test('two whole drafts are kept and compared by issue, limit and party', async () => {
  await bench.estimates('first');
  for (const name of ['None', 'Deferred']) await choice(name).click();
  await bench.page.getByLabel('A name for this draft').fill('Quiet');
  await bench.page.getByRole('button', { name: 'Keep for comparing' }).click();
  await choice('A joint group').click();
  await bench.settled();
  await bench.go('compare');
  await bench.page.getByText('By party').waitFor();
  const text = await bench.page.locator('main').innerText();
  expect(text).toMatch(/Observers at the crossing\s+A joint group\s+None/);
  expect(text).toContain('By party');
  expect(text).toMatch(/Eastland[\s\S]*points/);
  expect(text).toContain('3 issues are the same in all.');
});
