import { geoArea } from 'd3-geo';
import type { Feature, Geometry, Position } from 'geojson';

/** A shape whose rings run as d3-geo reads them: on a sphere, a ring the other way round is everything but the shape. */
export function rewind(feature: Feature): Feature {
  return { ...feature, geometry: turned(feature.geometry) };
}

function turned(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: small(geometry.coordinates) };
  if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map(small) };
  return geometry;
}

function small(rings: Position[][]): Position[][] {
  return rings.map((ring, i) => {
    const outside = geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI;
    // The outer ring encloses the small side; a hole runs against it.
    return outside === (i === 0) ? [...ring].reverse() : ring;
  });
}
