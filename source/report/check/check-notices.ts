import type {WaiverNotice} from '../../assessment/waiver-notices.ts';
import type {ResourceKey} from '../../types/resource.ts';

/** A waiver or an exemption that is not in effect or soon will not be, so that a slip in one cannot go unnoticed. */
export type CheckNotice = {
	readonly kind: 'waiver' | 'exemption';
	/** Where it stands: only the file can change one of the policy. */
	readonly from: 'policy' | 'session';
	/** `unmatched`: what it is for was not seen; `idle`: that is not open; `lapsed`: it no longer counts. */
	readonly state: 'ends_soon' | Exclude<WaiverNotice['state'], 'matched'>;
	/** Id of the control or the rule it was given for. */
	readonly subject: string;
	readonly resource: ResourceKey | null;
	readonly message: string;
};

const order: readonly CheckNotice['state'][] = ['unmatched', 'lapsed', 'ends_soon', 'idle'];

/** What is to be said of waivers and exemptions beside the verdicts, what somebody must look at first. */
export function checkNotices(notices: readonly WaiverNotice[]): readonly CheckNotice[] {
	return notices
		.flatMap(toNotice)
		.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
}

function toNotice({subject, state, endsSoon, fromPolicy, sentence}: WaiverNotice): readonly CheckNotice[] {
	if (state === 'matched' && !endsSoon) {
		return [];
	}

	const about = {
		from: fromPolicy === true ? 'policy' : 'session',
		state: state === 'matched' ? 'ends_soon' : state,
		message: sentence,
	} as const;
	if (subject.kind === 'exemption') {
		const {rule, resource} = subject.exemption;
		return [{kind: 'exemption', ...about, subject: rule, resource: {type: resource.type, id: resource.id}}];
	}

	const {scope} = subject.waiver;
	return [
		{
			kind: 'waiver',
			...about,
			subject: scope.kind === 'control' ? scope.control : scope.rule,
			resource: null,
		},
	];
}
