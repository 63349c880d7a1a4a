import {type Stage, stages} from '../../types/session.ts';
import {type Journey, tell} from './journey.ts';

/** Go to a stage of the open control. */
export function toStage(journey: Journey, stage: Stage): void {
	for (const _ of stages) {
		const {screen} = journey.store.get();
		if (screen.kind !== 'control' || screen.stage === stage) {
			return;
		}

		tell(journey, {type: 'command', command: 'next_stage'});
	}
}
