import type {ControlId} from '../../types/control.ts';

/** What people who only use Mixpanel need to know of a control. `{day}` is the day it begins. */
export type Announcement = {
	readonly title: string;
	readonly changes: readonly string[];
	readonly toDo: readonly string[];
	/** What to do when it goes wrong. */
	readonly trouble: string;
};

const secondFactor: Announcement = {
	title: 'Mixpanel will ask for a second factor',
	changes: [
		'From {day} on, Mixpanel asks for a code from your phone when you log in with a password or with Google.',
		'A stolen password is then no longer enough to get at our data.',
	],
	toDo: [
		'Before {day}: install an authenticator app on your phone, and set a Mixpanel password if you have none. Once you have a password, links sent by e-mail no longer log you in.',
		'At your next login: scan the QR code and enter the code of the app.',
		'Save the recovery codes in your password manager at once. They are shown one time only.',
	],
	trouble:
		'Phone lost? Choose "Need help? Use a recovery code to sign in" at the login. No codes either? An Owner or Admin can reset your second factor.',
};

const secondFactorAtIdp: Announcement = {
	title: 'Our company login will ask for a second factor for Mixpanel',
	changes: [
		'From {day} on, our identity provider asks for a second factor when you open Mixpanel.',
		'Mixpanel itself changes nothing: you log in as before, with one step more.',
	],
	toDo: [
		'Before {day}: set up a second factor for your company account. Owners and Admins of Mixpanel need a passkey or a security key.',
	],
	trouble: 'Second factor lost? Whoever looks after company accounts can reset it.',
};

const announcements: {readonly [Id in Exclude<ControlId, '1.2'>]: Announcement} = {
	'1.1': {
		title: 'Mixpanel moves to our company login',
		changes: [
			'From {day} on, you get into Mixpanel with your company account. Your Mixpanel password no longer works.',
			'Whoever uses Mixpanel with an address outside our own domains can no longer log in.',
		],
		toDo: [
			'Before {day}: open https://mixpanel.com/login, enter your work address, and see that you get in through the company login.',
			'Do you use Mixpanel with another address, or do you know a guest who does? Say so before {day}.',
		],
		trouble: 'Can you not get in? Nothing is lost: your boards and reports stay. An Owner or Admin can help.',
	},
	'1.3': {
		title: 'How access to Mixpanel is asked for from now on',
		changes: [
			'From {day} on, nobody joins our Mixpanel organization by signing up: somebody named approves each request.',
			'Invitations that nobody used are withdrawn.',
		],
		toDo: [
			'Do you or a new colleague need access? Say which project, what for, and for how long.',
			'Did you wait for an invitation? Ask for a new one.',
		],
		trouble: 'Did you lose access you need? Answer this message, and name the project.',
	},
	'2.1': {
		title: 'Roles in Mixpanel are being tidied up',
		changes: [
			'From {day} on, each person has the role their work needs. Some who are Admin today become Member.',
			'Access to projects comes through teams.',
		],
		toDo: [
			'Do you need to manage people, billing or settings? Say so before {day}, with the reason.',
			'Look at your projects after {day} and see that those you need are there.',
		],
		trouble: 'Does something you need no longer work? Answer this message: a role can be given back at once.',
	},
	'2.2': {
		title: 'Access to Mixpanel projects is being narrowed',
		changes: [
			'From {day} on, a project is open to those who work with it, no longer to everybody.',
			'Public board links may stop working.',
		],
		toDo: [
			'Say before {day} which projects you need, and whether you read reports or build them.',
			'Does a system or a wiki page show a public board? Say which.',
		],
		trouble: 'Is a project gone from your list? Answer this message and name it. No data is lost.',
	},
	'2.3': {
		title: 'Fewer Owners and Admins in Mixpanel, better protected',
		changes: [
			'From {day} on, Mixpanel has two or three Owners, and each Admin has a written reason.',
			'Owners and Admins log in with a passkey or through the company login with a strong second factor.',
		],
		toDo: [
			'Are you Owner or Admin? Write down in one sentence what you need it for, or give it back.',
			'Register a passkey in your Mixpanel profile, and save the recovery codes in your vault.',
		],
		trouble: 'Do you lack a role you need? Answer this message: an Owner gives it back.',
	},
	'3.1': {
		title: 'Which systems use a Mixpanel service account?',
		changes: [
			'From {day} on, each service account has an owner, an end date and the smallest role that works.',
			'Accounts that nobody claims are deleted. Whatever still uses one stops at that moment.',
		],
		toDo: [
			'Does a script, pipeline or connector of yours use Mixpanel? Say before {day} which account it uses, what for, and who looks after it.',
			'Never send the secret itself, neither here nor anywhere else.',
		],
		trouble: 'Did an export or import stop? Answer this message with the name of the account.',
	},
	'3.2': {
		title: 'Personal data in Mixpanel is being restricted',
		changes: [
			'From {day} on, properties with personal data are classified: most people no longer see their values.',
			'Reports that use such a property show a warning.',
		],
		toDo: [
			'Do you need names, e-mail addresses or phone numbers in a report? Say before {day} which, and what for.',
			'Do not send new personal data to Mixpanel without asking first.',
		],
		trouble: 'Does a report you need no longer show what it did? Answer this message and name it.',
	},
	'4.1': {
		title: 'The Mixpanel audit log is being kept and looked at',
		changes: [
			'From {day} on, we export the audit log of Mixpanel regularly and look through it for unusual events.',
			'It holds who did what and when, with names and IP addresses. Few people can read it.',
		],
		toDo: ['There is nothing for you to do.'],
		trouble: 'Do you have a question about it? Answer this message.',
	},
};

/** The announcement of a control; where it depends on single sign-on, the one that fits the answer. */
export function announcementOf(control: ControlId, sso: 'enabled' | 'disabled' | null): Announcement {
	return control === '1.2' ? (sso === 'enabled' ? secondFactorAtIdp : secondFactor) : announcements[control];
}
