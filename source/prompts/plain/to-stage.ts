import {type Stage, stages} from '../../types/session.ts';
import {type Journey, tell} from './journey.ts';

/** Go to a stage of the open control. */
export function toStage(journey: Journey, stage: Stage): void {
	for (const _ of stages) {
		const {screen} = journey.store.get();
		if (screen.kind !== 'control' || screen.stage === stage) {
			return;
		}

		// The rescue sheet comes on the way through the clicks; it is for those who stay there.
		if (journey.store.get().sheet !== null) {
			tell(journey, {type: 'command', command: 'back'});
		}

		tell(journey, {type: 'command', command: 'next_stage'});
	}
}
