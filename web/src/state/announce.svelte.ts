/** What a screen reader is told: changes of verdicts, one sentence at a time. */
class Announcer {
  text = $state('');
  #last = '';

  /** Says something unless it was what was said last. */
  say(text: string): void {
    if (text === this.#last) return;
    this.#last = text;
    this.text = text;
  }
}

export const announcer = new Announcer();
