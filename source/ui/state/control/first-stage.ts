import type {ControlResult} from '../../../types/assessment.ts';
import type {Control} from '../../../types/control.ts';
import type {Stage} from '../../../types/session.ts';
import type {Open} from '../app-state.ts';

/**
The stage a control opens on: what came of it where it passes, the clicks where they are under way, all of them done
what they changed; else the gap where one is known, the lesson the first time, and the evidence after that.
*/
export function firstStage(
	result: Pick<ControlResult, 'id' | 'status'>,
	{session}: {readonly session: Pick<Open['session'], 'ticked' | 'visited'>},
	controls: readonly Pick<Control, 'id' | 'clickGroups'>[],
): Stage {
	if (result.status === 'pass') {
		return 'verify';
	}

	const clicks =
		controls.find(control => control.id === result.id)?.clickGroups.flatMap(group => group.clicks) ?? [];
	if (clicks.some(click => session.ticked.has(click.id))) {
		return clicks.every(click => session.ticked.has(click.id)) ? 'verify' : 'act';
	}

	switch (result.status) {
		case 'fail': {
			return 'gap';
		}

		case 'not_applicable': {
			return 'check';
		}

		case 'manual':
		case 'unknown': {
			return session.visited.has(result.id) ? 'check' : 'learn';
		}
	}
}
