import {closedEverything, privateView, soundViews} from '../builders.ts';
import {everything, type PlantedProject, type PlantedProperty} from '../scenario.ts';

export const inWeb: readonly PlantedProperty[] = [
	{name: '$email', resourceType: 'User'},
	{name: '$phone', resourceType: 'User', is: 'hidden'},
	{name: 'shipping_address', resourceType: 'Event'},
];
export const inMobile: readonly PlantedProperty[] = [{name: 'userEmail', resourceType: 'Event'}];
export const inSandbox: readonly PlantedProperty[] = [
	{name: '$email', resourceType: 'User'},
	{name: 'password', resourceType: 'Event'},
];
export const inPayments: readonly PlantedProperty[] = [{name: 'cardholder_name', resourceType: 'Event'}];
export const inAcquired: readonly PlantedProperty[] = [
	{name: 'Kundenname', resourceType: 'User'},
	{name: 'geburtsdatum', resourceType: 'User'},
];

/** The twelve projects, some made for a campaign and forgotten. */
export const projects: readonly PlantedProject[] = [
	{
		key: 'web',
		name: 'Web Production',
		views: [everything, privateView('europe', 'Europe', false)],
		properties: [...inWeb, {name: '$name', resourceType: 'User', is: 'sensitive'}],
	},
	{
		key: 'ios',
		name: 'iOS Production',
		views: soundViews('no-minors', 'Without minors'),
		properties: [...inMobile, {name: 'app_version', resourceType: 'Event'}],
	},
	{
		key: 'android',
		name: 'Android Production',
		views: soundViews('no-minors', 'Without minors'),
		properties: [...inMobile, {name: 'email_opened', resourceType: 'Event'}],
	},
	{
		key: 'staging',
		name: 'Staging',
		views: [everything],
		properties: [{name: 'order_total', resourceType: 'Event'}],
	},
	{
		key: 'sandbox',
		name: 'Sandbox (production data!)',
		views: [everything],
		properties: inSandbox,
	},
	{
		key: 'marketing',
		name: 'Marketing Site',
		views: [
			closedEverything,
			{...privateView('campaigns', 'Campaigns', true), isFiltered: false},
			{...privateView('agency', 'For the agency', false), isPublic: true},
		],
		properties: [{name: 'campaign', resourceType: 'Event'}],
	},
	{
		key: 'payments',
		name: 'Payments',
		views: soundViews('no-cards', 'Without card data'),
		properties: [...inPayments, {name: 'iban', resourceType: 'Event', is: 'dropped'}],
	},
	{
		key: 'support',
		name: 'Support Tool',
		views: [closedEverything, {...privateView('agents', 'Agents', true), hasAllMembers: true}],
		properties: [{name: 'ticket_topic', resourceType: 'Event'}],
	},
	{
		key: 'partners',
		name: 'Partner Portal',
		views: soundViews('partners', 'By partner'),
		properties: [{name: 'contact_email', resourceType: 'User', is: 'sensitive'}],
	},
	{
		key: 'acquired',
		name: 'Kundenportal',
		views: [everything],
		properties: inAcquired,
	},
	{
		key: 'summer',
		name: 'Summer Campaign 2024',
		views: [everything],
		properties: [{name: 'coupon', resourceType: 'Event'}],
	},
	{
		key: 'archive',
		name: 'Old Web (do not use)',
		views: [everything],
		properties: [{name: 'page', resourceType: 'Event'}],
	},
];
