namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>
/// The field has an argument <c>where</c> made from its item type's properties. The method takes a <see cref="QueryContext{T}"/> parameter and applies it;
/// a method without one that returns an <c>IQueryable&lt;T&gt;</c> or <c>IEnumerable&lt;T&gt;</c> has it applied to its result.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseFilteringAttribute : Attribute;

/// <summary>The field has an argument <c>order</c> made from its item type's properties; applied as <see cref="UseFilteringAttribute"/> is.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseSortingAttribute : Attribute;
