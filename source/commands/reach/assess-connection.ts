import {assess} from '../../assessment/assess.ts';
import type {Decisions} from '../../assessment/decisions.ts';
import {withLaterFiles} from '../../assessment/imported-facts.ts';
import type {Since} from '../../assessment/in-doubt.ts';
import {type WaiverNotice, waiverNotices} from '../../assessment/waiver-notices.ts';
import {guideDocument} from '../../controls/guide/index.ts';
import {controls as allControls} from '../../controls/index.ts';
import {collectFacts} from '../../mixpanel/collect-facts.ts';
import {buildCheckDocument, type CheckDocument} from '../../report/check/check-document.ts';
import {checkNotices} from '../../report/check/check-notices.ts';
import {policyOf} from '../../report/policy/document-policy.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import {saveMemory} from '../../terminal/save-memory.ts';
import type {Assessment, Attestation} from '../../types/assessment.ts';
import type {Control} from '../../types/control.ts';
import {exitCodes} from '../../types/exit-code.ts';
import type {Facts, FactValues, Read} from '../../types/facts.ts';
import type {Policy} from '../../types/policy.ts';
import type {Profile} from '../../types/profile.ts';
import type {Target} from '../../types/target.ts';
import {tool} from '../../types/tool.ts';
import type {Connection} from './connection.ts';
import {describeReached} from './describe-reached.ts';
import {describeReads} from './describe-reads.ts';
import {type Reached, reachOrganization} from './reach-organization.ts';
import {readBeside} from './read-beside.ts';
import {type Trouble, toError} from './trouble.ts';

/** A person's words that an assessment takes into account. */
export type Words = {
	readonly profile: Profile;
	readonly attestations: readonly Attestation[];
	readonly decisions: Decisions;
	/** What earlier assessments knew, for the words to be held against. */
	readonly since?: readonly Since[];
	/** The facts of files that the session took in as evidence; none unless told. */
	readonly files?: Facts;
	/** State of the journal they stand in; absent or null where there is none. */
	readonly headHash?: string | null;
};

/** An organization that was read. */
export type AssessedTarget = Exclude<Target, {kind: 'byHand'}>;

export type AssessOptions = {
	/** Ids of the controls to judge; none = all nine. */
	readonly controls: readonly string[];
	/** The words on an organization, once it is known which one it is. */
	readonly wordsOn: (target: AssessedTarget) => Promise<Words>;
	readonly policy: Policy;
	readonly signal: AbortSignal;
	readonly now: () => Date;
	readonly onProgress: (what: string) => void;
	/** Facts from files a person named. None unless told. */
	readonly given?: Facts;
};

export type Assessed = {
	readonly document: CheckDocument;
	readonly assessment: Assessment;
	readonly facts: Facts;
	/** The key was refused (401), at the first call or on the way. */
	readonly unauthorized: boolean;
	/** Why nothing of the organization could be read; null when something could. */
	readonly trouble: Trouble | null;
};

/**
Read an organization and judge it. A key that is refused and a service that does not answer are part of the result:
every rule that depends on a read is then unknown. Throws a UserError (exit 2) when it is not clear which
organization is meant.
*/
export async function assessConnection(connection: Connection, options: AssessOptions): Promise<Assessed> {
	const {signal, now, onProgress} = options;
	saveMemory('ends');
	const startedAt = now();
	onProgress('calling Mixpanel');
	const reached = await reachOrganization(connection, {signal, now, onWaiting: onProgress});
	const target = targetOf(reached, connection);
	const {facts, unauthorized} =
		reached.kind === 'reached'
			? await collect(reached, connection, options)
			: {facts: failedFacts(reached), unauthorized: reached.kind === 'refused'};
	return judgeFacts(options, {
		facts,
		unauthorized,
		target,
		baseUrl: connection.baseUrl.origin,
		startedAt,
		trouble:
			reached.kind === 'reached' ? describeReads(facts, unauthorized) : describeReached(reached, connection),
		beside: (controls, profile) => besideOf(connection, controls, profile, options),
	});
}

/** Facts to judge, whoever read them. */
export type Judgeable = Pick<Assessed, 'facts' | 'unauthorized' | 'trouble'> & {
	readonly target: AssessedTarget;
	readonly baseUrl: string;
	readonly startedAt: Date;
	/** When they were read, where another run did that. */
	readonly readAt?: Date;
	/** What is read beside, once it is known what people said. */
	readonly beside?: (controls: readonly Pick<Control, 'rules'>[], profile: Profile) => Promise<Facts>;
};

/** Judge facts, with those of named files over them, by the rules and by what people said. Asks nothing of Mixpanel. */
export async function judgeFacts(
	options: Pick<AssessOptions, 'controls' | 'wordsOn' | 'policy' | 'now' | 'given'>,
	given: Judgeable,
): Promise<Assessed> {
	const {facts: read, unauthorized, trouble, beside, ...about} = given;
	const controls = allControls.filter(
		({id}) => options.controls.length === 0 || options.controls.includes(id),
	);
	const {headHash = null, files = {}, ...said} = await options.wordsOn(given.target);
	const facts = {
		...withLaterFiles(read, files),
		...options.given,
		...(await beside?.(controls, said.profile)),
	};
	const {policy} = options;
	const finishedAt = options.now();
	const assessment = assess({facts, controls, ...said, policy, now: finishedAt});
	const document = buildCheckDocument({
		...about,
		assessment,
		policy: policyOf(policy),
		facts,
		rules: controls.flatMap(control => control.rules),
		tool,
		guide: guideDocument,
		finishedAt,
		headHash,
		notices: checkNotices(
			waiverNotices(assessment, said.decisions, {now: finishedAt, policy, facts}).filter(notice =>
				isAsked(notice, options.controls),
			),
		),
	});
	return {document, assessment, facts, unauthorized, trouble};
}

/** Whether what a waiver or an exemption is for was to be judged: one for a control that was left out is no slip. */
function isAsked({subject}: WaiverNotice, asked: AssessOptions['controls']): boolean {
	const leftOut = allControls.filter(({id}) => asked.length > 0 && !asked.includes(id));
	const rule =
		subject.kind === 'exemption'
			? subject.exemption.rule
			: subject.waiver.scope.kind === 'rule'
				? subject.waiver.scope.rule
				: null;
	return !leftOut.some(
		({id, rules}) =>
			rules.some(each => each.id === rule) ||
			(subject.kind === 'waiver' &&
				subject.waiver.scope.kind === 'control' &&
				subject.waiver.scope.control === id),
	);
}

async function besideOf(
	connection: Connection,
	controls: readonly Pick<Control, 'rules'>[],
	profile: Profile,
	{policy, signal, now, onProgress}: AssessOptions,
): Promise<Facts> {
	const wanted = new Set(controls.flatMap(({rules}) => rules.flatMap(({dependsOn}) => dependsOn)));
	onProgress('reading DNS and SCIM');
	return readBeside(connection, {profile, policy, wanted, signal, now});
}

async function collect(
	reached: Extract<Reached, {kind: 'reached'}>,
	connection: Connection,
	{signal, now, onProgress}: AssessOptions,
): Promise<Pick<Assessed, 'facts' | 'unauthorized'>> {
	return collectFacts(reached.client, {
		organizationId: reached.target.organizationId,
		identity: reached.identity,
		serviceAccountName: connection.credentials.serviceAccount,
		projectId: connection.projectId,
		signal,
		now,
		onProgress: ({done, total}) => onProgress(`reading ${done} of ${total}`),
	});
}

type Unreached = Extract<Reached, {kind: 'refused' | 'unanswered'}>;

/** The failure of the first call as the failure of every read: nothing else can be asked without it. */
function failedFacts(reached: Exclude<Reached, {kind: 'reached'}>): Facts {
	const {identity} = unreached(reached);
	if (identity.outcome === 'ok') {
		throw new TypeError('A key that is refused has no identity');
	}

	const failed = identity satisfies Read<FactValues[keyof FactValues]>;
	return {
		identity: failed,
		users: failed,
		teams: failed,
		twoFactor: failed,
		serviceAccounts: failed,
		projectServiceAccounts: failed,
		properties: failed,
		dataViews: failed,
	};
}

function unreached(reached: Exclude<Reached, {kind: 'reached'}>): Unreached {
	switch (reached.kind) {
		case 'refused':
		case 'unanswered': {
			return reached;
		}

		case 'several':
		case 'none':
		case 'not_listed': {
			throw new TypeError('Which organization is meant is settled before');
		}
	}
}

function targetOf(reached: Reached, connection: Connection): AssessedTarget {
	switch (reached.kind) {
		case 'reached': {
			return reached.target;
		}

		case 'refused':
		case 'unanswered': {
			const {baseUrl, organizationId} = connection;
			const named = {organizationId: organizationId ?? 'unknown', name: makeSafe('unknown organization')};
			return baseUrl.kind === 'live'
				? {kind: 'live', region: baseUrl.region, ...named}
				: {kind: 'simulated', ...named};
		}

		case 'several':
		case 'none':
		case 'not_listed': {
			throw toError(describeReached(reached, connection), exitCodes.usage);
		}
	}
}
