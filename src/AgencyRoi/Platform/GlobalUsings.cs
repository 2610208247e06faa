// What nearly every file speaks: fields, arguments and types of the schema; filters; mutations; lists; ids. Another engine is another five lines.
global using AgencyRoi.GraphQL.Binding;
global using AgencyRoi.GraphQL.Binding.Data;
global using AgencyRoi.GraphQL.Binding.Mutations;
global using AgencyRoi.GraphQL.Binding.Paging;
global using AgencyRoi.GraphQL.Binding.Relay;
// Money, grades, streams of value.
global using AgencyRoi.Metrics;
// The ids of what all areas refer to. No area of the product stands here but for them: which areas a file knows is to be read in its first lines.
global using AgencyRoi.Platform.Ids;
