// Many of one shape: instance attributes that are filled from values.

import { DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry } from "three";

/** Give a shape room for `most` instances of these attributes (name → numbers each). */
export function instanced(most: number, sizes: Readonly<Record<string, number>>): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  for (const [name, size] of Object.entries(sizes)) {
    const attribute = new InstancedBufferAttribute(new Float32Array(Math.max(1, most) * size), size);
    geometry.setAttribute(name, attribute.setUsage(DynamicDrawUsage));
  }
  geometry.instanceCount = 0;
  return geometry;
}

/** Write one instance's numbers for one attribute. */
export function fill(geometry: InstancedBufferGeometry, name: string, k: number, values: readonly number[]): void {
  const attribute = geometry.getAttribute(name) as InstancedBufferAttribute;
  attribute.array.set(values, k * attribute.itemSize);
  attribute.needsUpdate = true;
}
