-- The word is SQL's own, hence the quotes.
CREATE SCHEMA "right";

-- Each level includes the smaller ones: READ, WRITE, ADD, DELETE. No row: the role may not use the tool.
CREATE TABLE "right".tool_right (
	role   text NOT NULL CHECK (role IN ('administrator', 'teacher', 'clerk', 'cashier', 'helpdesk', 'integrator', 'parent', 'student')),
	tool   text NOT NULL,
	level  text NOT NULL CHECK (level IN ('READ', 'WRITE', 'ADD', 'DELETE')),
	PRIMARY KEY (role, tool)
);

INSERT INTO "right".tool_right (role, tool, level) VALUES
	('administrator', 'PUSH_NOTIFICATIONS', 'WRITE'),
	('helpdesk', 'PUSH_NOTIFICATIONS', 'READ'),
	('teacher', 'GRADEBOOK', 'DELETE'),
	('parent', 'PORTAL', 'READ'),
	('student', 'PORTAL', 'READ');
