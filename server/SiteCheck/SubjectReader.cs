using System.Text.Json;
using NetTopologySuite.Geometries;
using Npgsql;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.SiteCheck.Geometries;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>Reads features of a choice into the plane in which they are measured.</summary>
/// <param name="measure">A projected system.</param>
/// <param name="limits">The accuracy that is taken where a drawn feature states none.</param>
internal sealed class SubjectReader(CrsDefinition measure, CheckLimits limits)
{
    /// <param name="reader">Rows of code, version, properties, geometry.</param>
    /// <param name="choice">What they were chosen by.</param>
    /// <param name="known">What was read before: the same version keeps its forms.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<List<PlanSubject>> Read(NpgsqlDataReader reader, SubjectChoice choice, IReadOnlyDictionary<string, PlanSubject>? known, CancellationToken cancel)
    {
        var subjects = new List<PlanSubject>();
        while (await reader.ReadAsync(cancel))
        {
            var (code, version) = (reader.GetString(0), reader.GetInt32(1));
            if (known?.GetValueOrDefault(code) is { } same && same.Version == version)
            {
                subjects.Add(same);
                continue;
            }

            subjects.Add(One(reader, choice));
        }

        return subjects;
    }

    /// <summary>The feature of the row at which the reader is.</summary>
    public PlanSubject One(NpgsqlDataReader reader, SubjectChoice choice)
    {
        using var properties = JsonDocument.Parse(reader.GetString(2));
        var subject = new PlanSubject(choice.Collection, reader.GetString(0), reader.GetInt32(1), properties.RootElement.Clone(), null);
        return reader.IsDBNull(3) || Plane((Geometry)reader.GetValue(3)) is not { } geometry ? subject : subject with
        {
            Shape = new PlanGeometry(geometry, Corridor(choice, subject), subject.AccuracyM ?? limits.FineAccuracyM),
        };
    }

    private static double Corridor(SubjectChoice choice, PlanSubject subject) =>
        choice.Width is { } width ? (subject.Number(width) ?? 0) / 2 : choice.CorridorM ?? 0;

    /// <summary>Null where the system does not reach: what lies there is too far away to matter.</summary>
    private Geometry? Plane(Geometry geometry)
    {
        if (!measure.DomainInStore.Contains(geometry.EnvelopeInternal))
        {
            return null;
        }

        geometry.Apply(new EachCoordinate(place => measure.FromStore(place.X, place.Y) is { } point ? new Coordinate(point.X, point.Y) : place));
        geometry.GeometryChanged();
        return geometry;
    }
}
