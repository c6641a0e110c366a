-- At its end a night names what it parked: without this key it read every order that ever was.
ALTER TABLE renewal_order ADD KEY parked (parked_in);
