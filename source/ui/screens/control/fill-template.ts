import {fillValue} from '../../../report/hand-over/fill-values.ts';
import {unansweredProfile} from '../../../types/profile.ts';
import type {AppState} from '../../state/app-state.ts';

/** A click's value with what the session knows filled in; what it does not know stays as `<words>`. */
export function fillTemplate(template: string, {open}: AppState): string {
	return fillValue(template, {
		target: open?.target ?? {kind: 'byHand'},
		profile: open?.session.profile ?? unansweredProfile,
	});
}
