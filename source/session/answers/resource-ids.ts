import type {ResourceKey, ResourceType} from '../../types/resource.ts';
import {AnswersFault} from './located.ts';
import {exactId, mapFields, oneOf, type Take} from './located-fields.ts';

type Form = {readonly pattern: RegExp; readonly example: string};

const number: Form = {pattern: /^\d{1,20}$/, example: 'a number, as in 4410022'};
const email: Form = {pattern: /^[^\s@A-Z]+@[^\s@A-Z]+$/, example: 'an e-mail address in lower case'};

/** The form of each kind of id (contract §4). */
const forms: {readonly [Type in ResourceType]: Form} = {
	organization: number,
	project: number,
	team: number,
	service_account: number,
	user: {
		pattern: /^(?:\d{1,20}|[^\s@A-Z]+@[^\s@A-Z]+)$/,
		example: 'the number of the user, else the e-mail address in lower case',
	},
	invitation: email,
	domain: {pattern: /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/, example: 'a domain in lower case, as in acme.example'},
	property: {
		pattern: /^\d{1,20}:(?:Event|User):(?:[^\s%]|%[\dA-F]{2})+$/,
		example: 'project, Event or User, and the percent-encoded name, as in 1:User:%24email',
	},
	data_view: {pattern: /^\d{1,20}:\d{1,20}$/, example: 'project and view, as in 1:42'},
};

/** The kinds of thing an answer can be about. */
const resourceTypes: readonly ResourceType[] = [
	'organization',
	'project',
	'team',
	'service_account',
	'user',
	'invitation',
	'domain',
	'property',
	'data_view',
];

/** A resource with an id of its kind's form. */
export const resourceKey: Take<ResourceKey> = value => {
	const fields = mapFields(value, 'a resource', ['type', 'id']);
	const type = fields.need('type', oneOf(resourceTypes));
	return {type, id: fields.need('id', idOf(type))};
};

function idOf(type: ResourceType): Take<string> {
	return value => {
		const id = exactId(value);
		const {pattern, example} = forms[type];
		if (id.length > 10_000 || !pattern.test(id)) {
			throw new AnswersFault(value.spot, `this is no id of a ${type.replace('_', ' ')}`, `It is ${example}.`);
		}

		return id;
	};
}
