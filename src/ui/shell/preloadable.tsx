import { type ComponentType, lazy, useState } from 'react';

/**
 * A component whose code comes later. `Component` suspends until it is there; once it was fetched it is drawn at once.
 * With `lazy` alone it would suspend even then, and React holds back what takes an empty place for 300 ms.
 */
export function preloadable<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let atHand: ComponentType<Props> | undefined;
  const preload = async () => {
    atHand = await load();
    return atHand;
  };
  const Later = lazy(async () => ({ default: await preload() }));
  function Component(props: Props) {
    // Once shown it stays the same component, or its state would be lost.
    const [Shown] = useState<ComponentType<Props>>(() => atHand ?? Later);
    return <Shown {...props} />;
  }
  return { Component, preload };
}
