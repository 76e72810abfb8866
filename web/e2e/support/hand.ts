import type { Locator } from 'playwright-core';

/** A hand on something: it is pressed in the middle of it, or a share of its width and height along, and moved from there. */
export class Hand {
  private constructor(
    private readonly of: Locator,
    private readonly box: { x: number; y: number; width: number; height: number },
    private at: { x: number; y: number },
  ) {}

  /** Takes hold once it is in sight, stands still and nothing lies over it. */
  static async on(of: Locator, across = 0.5, down = 0.5): Promise<Hand> {
    await of.evaluate((e) => e.scrollIntoView({ block: 'center' }));
    // Only a look that finds it still, and reachable, says where it is.
    await of.hover({ trial: true });
    const box = await of.boundingBox();
    if (!box) throw new Error('nothing to take hold of');
    const hand = new Hand(of, box, { x: box.x + box.width * across, y: box.y + box.height * down });
    await of.page().mouse.move(hand.at.x, hand.at.y);
    await of.page().mouse.down();
    return hand;
  }

  /** Moves by so many pixels from where it is. */
  async by(x: number, y = 0, steps = 1): Promise<void> {
    this.at = { x: this.at.x + x, y: this.at.y + y };
    await this.of.page().mouse.move(this.at.x, this.at.y, { steps });
  }
  /** Moves to a share of the width and height along. */
  async to(across: number, down = 0.5, steps = 1): Promise<void> {
    await this.by(this.box.x + this.box.width * across - this.at.x, this.box.y + this.box.height * down - this.at.y, steps);
  }
  async letGo(): Promise<void> {
    await this.of.page().mouse.up();
  }
}
