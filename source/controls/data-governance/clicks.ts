import type {ClickGroup} from '../../types/control.ts';
import {classify} from './clicks-classify.ts';
import {dataViews} from './clicks-data-views.ts';
import {deletionRequests} from './clicks-deletion-requests.ts';
import {minimise} from './clicks-minimise.ts';

/** Exact steps, one road each (guide-facts 3.2). */
export const clickGroups: readonly ClickGroup[] = [dataViews, classify, minimise, deletionRequests];
