-- What is known of a person is removed with the person.
grant delete on app.contact_attributes to agency_roi_app;
