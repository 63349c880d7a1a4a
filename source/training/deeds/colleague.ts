import type {LaterDeed} from './deed.ts';
import {doDeed, type Scene} from './do-deed.ts';

const day = 86_400_000;

/** Somebody else at work in the organization: what the scenario says happens days after it was planted, each once. */
export type Colleague = {
	/** Does whatever has become due by `now` and was not done yet, in its order. */
	readonly catchUp: (now: Date) => void;
};

/** The colleague of an organization that was planted at `plantedAt`. */
export function colleagueOf(scene: Scene, plantedAt: Date): Colleague {
	const waiting: LaterDeed[] = scene.scenario.colleague.toSorted(
		(one, other) => one.afterDays - other.afterDays,
	);
	return {
		catchUp(now) {
			while (waiting[0] !== undefined && now.getTime() >= plantedAt.getTime() + waiting[0].afterDays * day) {
				doDeed(scene, waiting[0].deed);
				waiting.shift();
			}
		},
	};
}
