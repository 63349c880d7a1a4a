import type {ControlResult} from '../../types/assessment.ts';
import type {Open} from '../state/app-state.ts';

/** That a control lies beyond the level, and the key that goes there; for the list, where that key works. */
export function outsideWords(
	{level}: Pick<ControlResult, 'level'>,
	{assessment}: Pick<Open, 'assessment'>,
): string {
	return `${level}, not in level ${assessment.profile}: l adds it`;
}
