import { counted, numberText } from '../../core/number-text.ts';
import type { Provenance } from '../../core/size-view.ts';
import type { FleetComparison } from './size.ts';

/** Which numbers rest on what. */
export function provenanceOf({ selected }: FleetComparison): readonly Provenance[] {
  const { inputs, sizing } = selected;
  const { perLocalWorker } = sizing.connections[inputs.reckon];
  const yours = [
    `${numberText(inputs.memoryPerThinVmGib)} GiB per Thin VM`,
    counted(inputs.zones, 'AZ'),
    ...(inputs.connectionsFree === null ? [] : [`${counted(inputs.connectionsFree, 'connection')} free`]),
    ...(inputs.loadMode === 'observed' ? ['the observed peak'] : []),
    ...(inputs.growthPercent > 0 ? [`${numberText(inputs.growthPercent)}% growth`] : []),
  ];
  return [
    { origin: 'guide', text: 'Capacity, parity, worker, thread and memory rules' },
    {
      origin: 'release',
      text: `Memory restart limit, order of VM deletion, a pool for Puma’s main process, pool of 25 for Thin${inputs.reckon === 'upstream' ? `, ${counted(perLocalWorker, 'connection')} per local worker` : ''}`,
    },
    { origin: 'yours', text: yours.join(', ') },
    {
      origin: 'assumed',
      text:
        inputs.reckon === 'guide'
          ? `${counted(perLocalWorker, 'connection')} per local worker; VMs spread evenly over the AZs`
          : 'VMs spread evenly over the AZs',
    },
  ];
}
