import type {ChangeIntent, ChangeOutcome, ChangeRequest, FixName, Image} from '../types/change.ts';
import type {Resource} from '../types/resource.ts';
import {control} from './decode-control.ts';
import {resourceType} from './decode-decision.ts';
import {choice, fields, Misfit, nullable, rawText, safeText, word} from './field.ts';

const fix = choice<FixName>({'classify-property': 'classify-property'});
const method = choice<ChangeRequest['method']>({PATCH: 'PATCH', POST: 'POST', DELETE: 'DELETE'});

export const changeOutcome = choice<ChangeOutcome>({
	applied: 'applied',
	failed: 'failed',
	unknown: 'unknown',
	drifted: 'drifted',
	not_sent: 'not_sent',
});

/** A change as it was intended. Its request is a record of the past: it is never sent again from here. */
export function changeIntent(value: unknown): ChangeIntent {
	const given = fields(value);
	return {
		operation: word(given['operation']),
		fix: fix(given['fix']),
		control: control(given['control']),
		rule: word(given['rule']),
		resource: resource(given['resource']),
		request: request(given['request']),
		before: image(given['before']),
		desired: image(given['desired']),
		undoes: nullable(word)(given['undoes']),
		by: safeText(given['by']),
	};
}

function resource(value: unknown): Resource {
	const given = fields(value);
	return {type: resourceType(given['type']), id: rawText(given['id']), name: safeText(given['name'])};
}

function request(value: unknown): ChangeRequest {
	const given = fields(value);
	return {method: method(given['method']), path: rawText(given['path']), body: rawText(given['body'])};
}

function image(value: unknown): Image {
	return Object.fromEntries(Object.entries(fields(value)).map(([field, each]) => [word(field), plain(each)]));
}

function plain(value: unknown): Image[string] {
	if (
		value === null ||
		typeof value === 'string' ||
		typeof value === 'number' ||
		typeof value === 'boolean'
	) {
		return value;
	}

	throw new Misfit('a plain value is expected');
}
