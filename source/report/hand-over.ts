import {makeSafe} from '../terminal/make-safe.ts';
import type {Click, Control, ControlId} from '../types/control.ts';
import type {Profile} from '../types/profile.ts';
import type {Target} from '../types/target.ts';
import {announcementOf} from './hand-over/announcements.ts';
import {fillValues} from './hand-over/fill-values.ts';

/** Whom a part of a control is handed to: the owner of DNS or of the identity provider, all staff, or an admin in Mixpanel. */
export type Recipient = 'dns' | 'idp' | 'staff' | 'admin';

export const recipientNames: {readonly [Name in Recipient]: string} = {
	dns: 'the owner of DNS',
	idp: 'the owner of the identity provider',
	staff: 'all staff',
	admin: 'another admin of Mixpanel',
};

export type HandOverRequest = {
	readonly control: Pick<
		Control,
		'id' | 'shortTitle' | 'description' | 'threat' | 'clickGroups' | 'fieldMaps' | 'undo'
	>;
	readonly recipient: Recipient;
	/** The clicks on the screen: those of the recipient are taken from them, or from the whole control where none is. */
	readonly clicks: readonly Click[];
	readonly target: Target;
	readonly profile: Profile;
	/** Who hands over, and is to be answered; null when nobody is named yet. */
	readonly person: string | null;
	/** ISO date by which it is needed, or on which it begins; null where none is set. */
	readonly by?: string | null;
};

export type HandOver = {
	readonly title: string;
	/** Plain text that also reads well as Markdown; ends with a line end. */
	readonly text: string;
	/** What still has to be filled in by hand, as it stands in the text: `<token>`. */
	readonly missing: readonly string[];
};

/** Who it makes sense to hand a part of this control to, the one that takes longest first. */
export function recipientsOf(control: Pick<Control, 'id' | 'clickGroups'>): readonly Recipient[] {
	const found = new Set(control.clickGroups.flatMap(({clicks}) => clicks.map(recipientOf)));
	return (['dns', 'idp', 'staff', 'admin'] as const).filter(recipient =>
		recipient === 'staff' ? concernsStaff.includes(control.id) : found.has(recipient),
	);
}

/** Whose work a click is. */
export function recipientOf({role}: Pick<Click, 'role'>): Recipient {
	if (role === 'DNS administrator') {
		return 'dns';
	}

	return /\bIdP\b/u.test(role) ? 'idp' : role === 'Each user' ? 'staff' : 'admin';
}

/** Controls that people notice who only use Mixpanel. */
const concernsStaff: readonly ControlId[] = ['1.1', '1.2', '1.3', '2.1', '2.2', '3.1', '3.2'];

/** A ready ticket or announcement, for any control and recipient: what, values, why, check, undo, by when, whom to answer. */
export function handOver(request: HandOverRequest): HandOver {
	const {title, lines} = request.recipient === 'staff' ? announcement(request) : ticket(request);
	const head = request.target.kind === 'simulated' ? `[TRAINING] ${title}` : title;
	const text = `${[head, '', ...lines]
		.join('\n')
		.replaceAll(/\n{3,}/gu, '\n\n')
		.trim()}\n`;
	return {title: head, text, missing: [...new Set(text.match(/<[a-z][^<>\n]{0,60}>/gu) ?? [])]};
}

type Draft = {readonly title: string; readonly lines: readonly string[]};

function announcement(request: HandOverRequest): Draft {
	const {control, profile} = request;
	const {title, changes, toDo, trouble} = announcementOf(control.id, profile.sso);
	const day = request.by == null ? '<day>' : makeSafe(request.by);
	const dated = (text: string): string => text.replaceAll('{day}', day);
	return {
		title,
		lines: [
			'Hello everybody,',
			'',
			`this is about Mixpanel${organizationWords(request.target)}.`,
			...part('What changes', changes.map(dated).map(bullet)),
			...part('What you do', toDo.map(dated).map(bullet)),
			...part('Why', [control.threat]),
			...part('If something goes wrong', [trouble, answerWords(request.person)]),
			...part('Can it be taken back?', [`Yes, by us, if need be: ${control.undo[0] ?? 'tell us.'}`]),
		],
	};
}

function ticket(request: HandOverRequest): Draft {
	const {control, recipient, target, by} = request;
	const clicks = clicksOf(request);
	return {
		title: `Mixpanel, ${control.shortTitle}: ${workWords[recipient]}`,
		lines: [
			'Hello,',
			'',
			`please do the following for Mixpanel${organizationWords(target)}. It is part of control ${control.id} of our hardening; the numbers below name its steps.`,
			...part('Why', [control.description, control.threat]),
			...part(
				'What to do',
				clicks.flatMap((click, index) => stepLines(click, index + 1, request)),
			),
			...(recipient === 'idp' ? fieldLines(request) : []),
			...part('By when', [
				by == null
					? 'No day is set. Please answer with the day you will have done it.'
					: `By ${makeSafe(by)}. Please say if that cannot be.`,
			]),
			...part('When it is done', [
				answerWords(request.person),
				...sendBack(request),
				...closingWords[recipient],
			]),
		],
	};
}

const workWords: {readonly [Name in Exclude<Recipient, 'staff'>]: string} & {readonly staff: string} = {
	dns: 'add a DNS record',
	idp: 'set up the identity provider',
	staff: 'what to know',
	admin: 'settings to change',
};

const closingWords: {readonly [Name in Recipient]: readonly string[]} = {
	dns: ['Mixpanel then checks the record by itself; that can take up to 24 hours.'],
	idp: ['Tokens go through a vault, never by e-mail or chat.'],
	staff: [],
	admin: ['Say for each step what you saw afterwards, and on which day: that goes into the record.'],
};

/** What the form of Mixpanel asks for and only the identity provider knows (guide-facts 1.1). */
function sendBack({control, recipient}: HandOverRequest): readonly string[] {
	return recipient === 'idp' && control.fieldMaps.length > 0
		? [
				'Send back: the Identity Provider Sign-In URL, the Issuer URL, and the SAML certificate (X.509 as PEM, not .xml), which is no secret.',
			]
		: [];
}

function clicksOf({clicks, control, recipient}: HandOverRequest): readonly Click[] {
	const own = (all: readonly Click[]) => all.filter(click => recipientOf(click) === recipient);
	const shown = own(clicks);
	if (shown.length > 0) {
		return shown;
	}

	const all = control.clickGroups.flatMap(group => group.clicks);
	return own(all).length > 0 ? own(all) : clicks.length > 0 ? clicks : all;
}

function stepLines(click: Click, number: number, request: HandOverRequest): readonly string[] {
	const {path, label, role, plan, sideEffect, seenWhen, undo, lockOut, url} = click;
	const lines = [
		path.length === 0 ? null : `Where: ${path.join(' → ')}`,
		url === null ? null : `Page: ${url}`,
		label === null ? null : `Label: ${label}`,
		...fillValues(click, request).map(({label: name, value}) => `${name}: ${value}`),
		request.recipient === 'admin' ? `Who can: ${role}${planWords(plan)}` : null,
		sideEffect === null
			? null
			: `${lockOut ? 'CAREFUL, can lock people out' : 'What follows'}: ${sideEffect}`,
		lockOut && sideEffect === null ? 'CAREFUL: a mistake here can lock people out.' : null,
		`To check: ${seenWhen}`,
		...(request.recipient === 'dns' ? lookUps(request) : []),
		undo === null ? null : `To undo: ${undo}`,
	];
	return [
		`${number}. ${actionWords(click, request.recipient)} [${click.id}]`,
		...lines.filter(line => line !== null).map(line => `   - ${line}`),
		'',
	];
}

function planWords(plan: Click['plan']): string {
	return plan === null ? '' : `, on the plan ${plan === 'growth' ? 'Growth or above' : 'Enterprise'}`;
}

/** The owner of DNS sees nothing of Mixpanel: the token has to come with the ticket. */
function actionWords({action, role}: Click, recipient: Recipient): string {
	return recipient === 'dns' && role === 'DNS administrator'
		? 'Add this TXT record at the root of the domain, beside those that are there, and leave it there for good. In place of <token> stands the Verification Token that Mixpanel shows for the domain.'
		: action;
}

function lookUps({profile}: HandOverRequest): readonly string[] {
	return profile.domains.map(domain => `From any machine: dig +short TXT ${makeSafe(domain)}`);
}

function fieldLines({control, profile}: HandOverRequest): readonly string[] {
	const map = control.fieldMaps.find(({idp}) => idp === profile.idp);
	return map === undefined
		? []
		: part(
				`Names in ${map.name}`,
				map.fields.map(({mixpanel, idp, note}) =>
					bullet(`${mixpanel}: ${idp}${note === null ? '' : ` (${note})`}`),
				),
			);
}

function organizationWords(target: Target): string {
	if (target.kind === 'byHand') {
		return '';
	}

	const name = target.name === '' ? 'organization' : `organization ${makeSafe(target.name)},`;
	return `, ${name} id ${makeSafe(target.organizationId)}`;
}

function answerWords(person: string | null): string {
	return person === null || person === ''
		? 'Please answer <your name>.'
		: `Please answer ${makeSafe(person)}.`;
}

function part(title: string, lines: readonly string[]): readonly string[] {
	return ['', `## ${title}`, '', ...lines];
}

function bullet(text: string): string {
	return `- ${text}`;
}
