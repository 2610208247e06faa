using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.Validation;
using BenchmarkDotNet.Attributes;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>All rules and limits on 100 fields, against the product's schema.</summary>
public class Validating
{
    private readonly DocumentNode document = Documents.ParseHundredFields();

    [Benchmark]
    public int Validate() => Validator.Validate(Documents.ProductSchema, document).Count;
}
